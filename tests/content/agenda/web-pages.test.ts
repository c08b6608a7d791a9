import { describe, expect, test } from 'vitest';
import { readAgenda } from '../../support/agenda-reader.ts';

const page = [
  ...[
    'Jobudvalget',
    '4. maj 2026 kl. 17:00',
    '',
    'Pkt. 14 Forsøg med samtaler',
    '',
    'Sagsnr. 26/21',
    '',
    'Resumé',
    'Et forsøg.',
    '',
  ],
  ...['Indstilling', 'Chefen indstiller, at forsøget godkendes.', '', 'Beslutning', 'Godkendt.', '', 'Bilag'],
  ...['application/msword icon Tidsplan.doc', 'image/png icon Kort.png', ''],
];

describe('pages of the web', () => {
  test('controls in a row, links back and the address at the foot belong to no item', () => {
    const foot = [
      'Kopier link til punktet  -   Print',
      'Tilbage til oversigten',
      '',
      'Kontakt',
      'Vestby Kommune',
      'Torvet 6, 6950 Vestby',
      'Tlf. 99 99 99 99',
    ];
    expect(readAgenda([...page, ...foot].join('\n')).items).toMatchObject([
      { number: 14, annexes: ['Tidsplan.doc', 'Kort.png'] },
    ]);
  });

  test('one item with a number of its own was taken out of its meeting, also where its day is known', () => {
    expect(readAgenda(page.join('\n'))).toMatchObject({ kind: 'udvalgspunkt', body: 'Jobudvalget', date: '2026-05-04' });
  });

  test('a button that stands over every case number begins the item without one too', () => {
    const head = [
      'Beslutningsprotokol',
      'Mandag den 4. maj 2026 kl. 15:30',
      'Udvalg: Jobudvalget',
      'Udskriv hele dagsordnen',
      '',
    ];
    const item = (sign: string, ...lines: readonly string[]) => [
      ...[
        '  • Udskriv',
        ...lines,
        '    Sagsfremstilling',
        '    Et besøg.',
        '    Indstilling',
        '    Chefen indstiller,',
        `    at ${sign} godkendes.`,
      ],
      ...['    Beslutning Jobudvalget den 04-05-2026', '    Godkendt.', ''],
    ];
    const closed = [
      '  • Udskriv',
      '    Lukket sag',
      '    Sagsid.: 26/14',
      '    Beslutning Jobudvalget den 04-05-2026',
      '    Godkendt.',
    ];
    const text = [
      ...head,
      ...item('dagsordenen'),
      ...item('planen', '    Sagsid.: 26/12'),
      ...item('prisen', '    Sagsid.: 26/13'),
      ...closed,
    ];
    expect(readAgenda(text.join('\n')).items).toMatchObject([
      { title: null, caseNumber: null, recommendation: { clauses: ['at dagsordenen godkendes.'] } },
      { title: null, caseNumber: '26/12', recommendation: { clauses: ['at planen godkendes.'] } },
      { title: null, caseNumber: '26/13', recommendation: { clauses: ['at prisen godkendes.'] } },
      { title: 'Lukket sag', caseNumber: '26/14', closed: true },
    ]);
  });
});

describe('a button right behind a line', () => {
  test('is none of its words', () => {
    const item = (number: number, title: string) => [`${number}. ${title}`, `Sagsnr.: 26/${number}`, 'Beslutning', 'Godkendt.'];
    const lines = ['Referat', 'Jobudvalget', '4. maj 2026', ...item(1, 'Ny planÅbn/luk punkt'), ...item(2, 'Salg af Søpunkt')];
    expect(readAgenda(lines.join('\n')).items.map(({ title }) => title)).toEqual(['Ny plan', 'Salg af Søpunkt']);
  });
});

describe('the foot of a page of one item', () => {
  test('links between the items and the address with its telephone are no annexes', () => {
    const links = '« Forrige punkt | Til oversigten | Næste punkt »';
    const lines = [
      links,
      '',
      '9. Ny plan',
      '',
      'Sagsnr. 26/9',
      '',
      'Sagsfremstilling',
      'En plan.',
      '',
      'Beslutning',
      'Godkendt.',
      '',
      'Bilag',
      'Notat',
      '',
    ];
    const foot = [links, '', 'Nordby Kommune, Torvet 1, 9999 Nordby – Tlf. 9999 9999'];
    expect(readAgenda(['Jobudvalget', '4. maj 2026', '', ...lines, ...foot].join('\n')).items).toMatchObject([
      { number: 9, annexes: ['Notat'] },
    ]);
  });
});
