/** A small document written for the test alone: sound as it stands, wrong in one place after each of its errors. */
export interface FreshDocument {
  readonly name: string;
  readonly format: 'txt' | 'html' | 'docx';
  /** Lines with tabs are rows of a table. */
  readonly text: string;
  readonly errors: readonly (readonly [from: string, to: string])[];
}

export const freshDocuments: readonly FreshDocument[] = [
  {
    name: 'the total in the first row',
    format: 'txt',
    text: `Budget 2022 for beskæftigelse

Område\tBudget i kr.
I alt\t48.350.000
Jobcenter, løn\t21.400.000
Mentor\t3.250.000
Virksomhedspraktik\t8.700.000
Øvrig aktivering\t15.000.000

Budgettet er godkendt i oktober.
`,
    errors: [
      ['3.250.000', '3.520.000'],
      ['48.350.000', '48.530.000'],
      ['8.700.000', '7.800.000'],
    ],
  },
  {
    name: 'negative numbers in brackets',
    format: 'html',
    text: `Forventet regnskab

Mio. kr.\tBudget\tForventet regnskab\tAfvigelse
Kontanthjælp\t112,4\t108,9\t(3,5)
Sygedagpenge\t88,0\t93,6\t5,6
Fleksjob\t64,2\t61,1\t(3,1)
Ledighedsydelse\t31,5\t31,5\t0,0
I alt\t296,1\t295,1\t(1,0)

Afvigelsen forklares i bilaget.
`,
    errors: [
      ['(3,1)', '(1,3)'],
      ['93,6', '96,3'],
      ['(1,0)', '1,0'],
      ['295,1', '295,7'],
    ],
  },
  {
    name: 'rows of which a total above consists',
    format: 'docx',
    text: `Rammen i overslagsårene

t.kr.\t2021\t2022\t2023
Aktivering i alt\t14.200\t13.900\t13.500
heraf mentor\t2.100\t2.000\t1.900
heraf vejledning\t5.600\t5.500\t5.300
heraf øvrige tilbud\t6.500\t6.400\t6.300
Løntilskud\t3.300\t3.200\t3.150
Samlet ramme\t17.500\t17.100\t16.650

Rammen falder i perioden.
`,
    errors: [
      ['5.500', '5.050'],
      ['17.100', '17.300'],
      ['13.500', '15.300'],
    ],
  },
  {
    name: 'shares of a total at the top',
    format: 'txt',
    text: `Ydelsesmodtagere i maj

Ydelse\tAntal\tAndel
Alle\t1.250\t100 %
Dagpenge\t430\t34 %
Kontanthjælp\t310\t25 %
Sygedagpenge\t385\t31 %
Revalidering\t125\t10 %

Opgørelsen er foreløbig.
`,
    errors: [
      ['31 %', '41 %'],
      ['310', '301'],
      ['125\t', '152\t'],
      ['25 %', '20 %'],
    ],
  },
  {
    name: 'subtotals and a sentence that repeats them',
    format: 'html',
    text: `Rammens fordeling

Sted\tBeløb
Ungeenheden\t4.125.000 kr.
Uddannelsesvejledning\t1.875.000 kr.
Unge i alt\t6.000.000 kr.
Voksenteamet\t7.350.000 kr.
Rehabilitering\t2.450.000 kr.
Voksne i alt\t9.800.000 kr.
Hele rammen i alt\t15.800.000 kr.

Den samlede ramme er på 15,8 mio. kr., heraf 6,0 mio. kr. til unge og 9,8 mio. kr. til voksne.
`,
    errors: [
      ['2.450.000', '2.540.000'],
      ['9.800.000', '8.900.000'],
      ['til unge og 9,8', 'til unge og 8,9'],
      ['er på 15,8', 'er på 18,5'],
      ['15.800.000', '15.900.000'],
    ],
  },
  {
    name: 'changes in number and per cent between bars',
    format: 'txt',
    text: `Udvikling i antal ledige

| | 2019 | 2020 | Ændring | Ændring i pct. |
|---|---|---|---|---|
| Jobparate | 512 | 640 | 128 | 25,0 |
| Aktivitetsparate | 880 | 836 | -44 | -5,0 |
| Uddannelsesparate | 96 | 120 | 24 | 25,0 |
| I alt | 1.488 | 1.596 | 108 | 7,3 |

Tallene er fra januar.
`,
    errors: [
      ['-44', '-54'],
      ['7,3', '7,9'],
      ['836', '863'],
      ['128 | 25,0', '128 | 52,0'],
    ],
  },
  {
    name: 'spending with what is left of the budget and its share',
    format: 'docx',
    text: `Budgetopfølgning pr. 31. maj

1.000 kr.\tKorrigeret budget\tForbrug\tRest\tForbrugsprocent
Mentor\t2.400\t1.000\t1.400\t41,7
Kurser\t5.000\t1.750\t3.250\t35,0
Hjælpemidler\t800\t420\t380\t52,5
Sum\t8.200\t3.170\t5.030\t38,7

Forbruget følger planen.
`,
    errors: [
      ['3.250', '3.520'],
      ['41,7', '47,1'],
      ['3.170', '3.710'],
      ['38,7', '37,8'],
    ],
  },
  {
    name: 'expenses less income in spaced columns',
    format: 'txt',
    text: `Integration 2023 i kr.

Bruttoudgift              12.600.000
Statsrefusion             -4.100.000
Øvrige indtægter            -350.000
Nettoudgift i alt          8.150.000

Refusionen er anslået.
`,
    errors: [
      ['-4.100.000', '-1.400.000'],
      ['8.150.000', '8.510.000'],
      ['-350.000', '-530.000'],
    ],
  },
  {
    name: 'shares of a frame in millions',
    format: 'html',
    text: `Rammen på målgrupper

Målgruppe\tMio. kr.\tAndel af rammen
Unge under 30\t38,4\t42,7 %
Voksne over 30\t27,0\t30,0 %
Sygemeldte\t15,3\t17,0 %
Ledige fleksjobbere\t9,3\t10,3 %
Ramme i alt\t90,0\t100,0 %

Fordelingen drøftes i udvalget.
`,
    errors: [
      ['42,7', '47,2'],
      ['15,3', '13,5'],
      ['90,0', '92,0'],
      ['30,0 %', '33,0 %'],
    ],
  },
  {
    name: 'quarters with the year in the last column',
    format: 'txt',
    text: `Aktiviteter i jobcentret

\t1. kvt.\t2. kvt.\t3. kvt.\t4. kvt.\tÅret
Samtaler\t1.210\t1.180\t990\t1.320\t4.700
Virksomhedsbesøg\t240\t260\t180\t320\t1.000
Tilbud\t75\t80\t60\t85\t300

Antallet af samtaler steg fra 990 i 3. kvartal til 1.320 i 4. kvartal, en stigning på 33 pct.
`,
    errors: [
      ['1.180', '1.810'],
      ['4.700', '4.770'],
      ['33 pct.', '43 pct.'],
      ['320\t1.000', '230\t1.000'],
    ],
  },
];
