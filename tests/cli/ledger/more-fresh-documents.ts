import type { FreshDocument } from './fresh-documents.ts';

/** Documents of a second drawing, in yet other lay-outs. */
export const moreFreshDocuments: readonly FreshDocument[] = [
  {
    name: 'quarters and a year in millions',
    format: 'txt',
    text: `Forbrug i 2021 (mio. kr.)

\t1. kvartal\t2. kvartal\t3. kvartal\t4. kvartal\tHele året
Jobcenter\t5,2\t5,6\t4,9\t6,1\t21,8
Ungeenhed\t2,0\t2,4\t1,8\t2,6\t8,8
I alt\t7,2\t8,0\t6,7\t8,7\t30,6
`,
    errors: [
      ['5,6', '6,5'],
      ['21,8', '28,1'],
      ['8,0', '9,0'],
      ['30,6', '36,0'],
    ],
  },
  {
    name: 'negative thousands in brackets over four years',
    format: 'txt',
    text: `Budgetændringer 2024-2027 i 1.000 kr.

Forslag\t2024\t2025\t2026\t2027
Effektivisering af tilbud\t(1.200)\t(1.500)\t(1.500)\t(1.500)
Ny jobklub\t400\t400\t400\t400
Færre kurser\t(350)\t(350)\t(350)\t(350)
Ændringer i alt\t(1.150)\t(1.450)\t(1.450)\t(1.450)
`,
    errors: [
      ['(1.150)', '(1.510)'],
      ['(350)\t(350)\t(350)\t(350)', '(350)\t(530)\t(350)\t(350)'],
      ['400\t400\t400\t400', '400\t400\t900\t400'],
    ],
  },
  {
    name: 'per cent of all without a sign',
    format: 'txt',
    text: `Fordeling på indsatser

Indsats\tAntal forløb\tPct. af forløb
Virksomhedspraktik\t320\t40
Løntilskud\t120\t15
Vejledning\t200\t25
Mentor\t160\t20
I alt\t800\t100
`,
    errors: [
      ['320\t40', '320\t46'],
      ['120', '210'],
      ['800', '880'],
      ['160\t20', '160\t29'],
    ],
  },
  {
    name: 'a total in bold between bars',
    format: 'txt',
    text: `Overblik

| Post | Beløb (kr.) |
|:--|--:|
| Husleje | 1.240.500 |
| Løn | 8.310.250 |
| It | 449.250 |
| **I alt** | **10.000.000** |
`,
    errors: [
      ['8.310.250', '8.130.250'],
      ['10.000.000', '10.100.000'],
      ['449.250', '494.250'],
    ],
  },
  {
    name: 'sums and shares in sentences alone',
    format: 'txt',
    text: `Puljen

Puljen på 4,5 mio. kr. er fordelt på 2,0 mio. kr. til praktik, 1,5 mio. kr. til kurser og 1,0 mio. kr. til mentorer. Udgiften steg fra 3,6 mio. kr. til 4,5 mio. kr., svarende til 25 pct.
`,
    errors: [
      ['2,0 mio', '2,6 mio'],
      ['25 pct', '35 pct'],
      ['på 4,5', 'på 5,4'],
    ],
  },
  {
    name: 'what spending lies from its budget',
    format: 'txt',
    text: `Regnskab 2020 (hele kr.)

Område\tBudget\tRegnskab\tMer-/mindreforbrug
Integration\t7.400.000\t7.150.000\t-250.000
Revalidering\t3.100.000\t3.420.000\t320.000
Beskæftigelsesordninger\t12.250.000\t11.980.000\t-270.000
I alt\t22.750.000\t22.550.000\t-200.000
`,
    errors: [
      ['-250.000', '-520.000'],
      ['3.420.000', '3.240.000'],
      ['22.550.000', '22.150.000'],
      ['-200.000', '200.000'],
    ],
  },
  {
    name: 'totals above their parts on two levels',
    format: 'txt',
    text: `Rammen 2023

t.kr.\tBeløb
Rammen i alt\t60.000
Unge i alt\t24.000
heraf uddannelseshjælp\t15.000
heraf kurser\t9.000
Voksne i alt\t36.000
heraf kontanthjælp\t22.000
heraf mentor\t14.000
`,
    errors: [
      ['15.000', '15.500'],
      ['36.000', '63.000'],
      ['60.000', '66.000'],
      ['14.000', '41.000'],
    ],
  },
  {
    name: 'expenses less income, net',
    format: 'txt',
    text: `Nettobudget (mio. kr.)

Art\t2021\t2022
Udgifter\t45,6\t47,2
Indtægter\t-12,1\t-12,9
Netto\t33,5\t34,3
`,
    errors: [
      ['33,5', '35,3'],
      ['-12,9', '-19,2'],
      ['47,2', '42,7'],
    ],
  },
];
