import { describe, expect, test } from 'vitest';
import { itemsOf, readAgenda } from '../../support/agenda-reader.ts';

describe('what a meeting is called', () => {
  const agenda = (decided: readonly string[]) =>
    readAgenda(
      [
        ...['Dagsorden for Jobudvalget den 4. maj 2026', ''],
        ...['Dagsorden', 'Budget', 'Besøg'].flatMap((title, at) => [
          ...[`${at + 1}. ${title}`, `Sagsnr. 26/${at + 1}`, 'Indstilling', 'Chefen indstiller, at sagen drøftes.'],
          ...(decided[at] === undefined ? [] : ['Beslutning', decided[at]]),
        ]),
      ].join('\n'),
    );

  test('an agenda with one decision on it is an agenda', () => {
    expect(agenda(['Godkendt.'])).toMatchObject({ kind: 'dagsorden', items: [{ title: 'Dagsorden' }, {}, {}] });
  });

  test('an agenda whose items are decided on is minutes', () => {
    expect(agenda(['Godkendt.', 'Drøftet.']).kind).toBe('referat');
  });
});

describe('titles and annexes', () => {
  const head = ['Referat fra Jobudvalget den 4. maj 2026', ''];

  test('a title that a blank line breaks in its middle goes on under it', () => {
    const items = itemsOf(
      ...[...head, '1. Ny aftale om praktikpladser og', '', 'småjobs til unge under 30 år', 'Sagsnr. 26/22'],
      ...['Indstilling', 'Chefen indstiller, at aftalen godkendes.', 'Beslutning', 'Udsat.'],
    );
    expect(items.map(({ title }) => title)).toEqual(['Ny aftale om praktikpladser og småjobs til unge under 30 år']);
  });

  test('an annex stands without the number and the mark before it', () => {
    const [item] = readAgenda(
      [
        ...[...head, '1. Besøg', 'Sagsnr. 26/22', 'Beslutning', 'Udsat.', 'Bilag'],
        ...['1 (Åben) Notat om skoler (12/26)', '17474/09 Åben Evaluering af forsøg'],
      ].join('\n'),
    ).items;
    expect(item?.annexes).toEqual(['Notat om skoler (12/26)', 'Evaluering af forsøg']);
  });

  test('"Dagsorden:" among what was decided ends no decision', () => {
    const [item] = itemsOf(
      ...[
        '1. Godkendelse af dagsorden',
        'Sagsfremstilling',
        '...',
        'Beslutning',
        'Jobudvalgets beslutning i mødet den 4. maj 2026',
      ],
      ...['Mødet startede kl. 9.', 'Dagsorden:', 'Dagsordenen blev godkendt.'],
    );
    expect(item?.decisions).toEqual(['Mødet startede kl. 9. Dagsorden: Dagsordenen blev godkendt.']);
  });
});

describe('where an item begins', () => {
  test('a number alone behind a bullet stands over the title, and a heading says whose decision follows on its line', () => {
    const items = itemsOf(
      ...['Referat', 'Torsdag den 22. oktober 2026 kl. 17:00', 'Udvalg: Planudvalget', 'Afbud fra:'],
      ...[
        '  • 1',
        '    Udeservering',
        '    Sagsid.: 26/2955',
        '',
        '    INDSTILLING:',
        '',
        '    Chefen indstiller, at der gives afslag.',
        '',
      ],
      ...['    BESLUTNING: Planudvalget den 22-10-2026', '', '    Godkendt.', ''],
      ...[
        '  • 2',
        '    Budget',
        '    Sagsid.: 26/3000',
        '',
        '    ANBEFALING:',
        '',
        '    Chefen indstiller, at det vedtages.',
        '',
      ],
      ...['    BESLUTNING: Planudvalget den 22-10-2026', '', '    Udsat.'],
    );
    expect(items).toEqual([
      { number: 1, title: 'Udeservering', clauses: ['at der gives afslag.'], decisions: ['Godkendt.'] },
      { number: 2, title: 'Budget', clauses: ['at det vedtages.'], decisions: ['Udsat.'] },
    ]);
  });

  test('"Åben" or "Lukket" alone over sections begins one where there are neither numbers nor titles', () => {
    const agenda = readAgenda(
      [
        ...[
          '24. april 2026 - referat fra byrådet',
          '',
          'Byrådet 24. april 2026',
          '',
          'Åben',
          '',
          'Beslutning',
          '',
          'Godkendt.',
          '',
        ],
        ...['Åben', '', 'Indstilling', '', 'Økonomiudvalget indstiller, at byrådet godkender regnskabet.', ''],
        ...['Beslutning', '', 'Vedtaget.', '', 'Lukket', '', 'Beslutning', '', 'Udsat.'],
      ].join('\n'),
    );
    expect(agenda.items.map(({ closed, decisions }) => [closed, decisions[0]?.text])).toEqual([
      [false, 'Godkendt.'],
      [false, 'Vedtaget.'],
      [true, 'Udsat.'],
    ]);
  });

  test('a page of one item begins with its number and title', () => {
    expect(itemsOf('1. Godkendelse af dagsorden', '', 'Beslutning', '', 'Dagsordenen blev godkendt.')).toEqual([
      { number: 1, title: 'Godkendelse af dagsorden', clauses: [], decisions: ['Dagsordenen blev godkendt.'] },
    ]);
  });

  test('a committee is named with blanks before its hyphens', () => {
    const agenda = readAgenda(
      [
        ...[
          '29-01-2026 kl. 18:00',
          'Nr.8 - Dagsorden',
          'Beslutning i Service -, Job - og Havneudvalget den 29-01-2026',
          'Godkendt.',
          '',
        ],
        ...['Nr.9 - Træffetid', 'Beslutning i Service -, Job - og Havneudvalget den 29-01-2026', 'Drøftet.'],
      ].join('\n'),
    );
    expect(agenda.body).toBe('Service -, Job - og Havneudvalget');
    expect(agenda.items.map(({ decisions }) => decisions[0]?.text)).toEqual(['Godkendt.', 'Drøftet.']);
  });

  test('matters begin items that have neither number, title nor case number; what was decided before them is an item too', () => {
    const agenda = readAgenda(
      [
        ...[
          'Havneudvalget',
          'Referat \u2022 14. august 2026 kl. 15.30',
          'Indhold',
          'Beslutning i Havneudvalget den 14-08-2026',
          'Dagsorden godkendt.',
        ],
        ...[
          'Beslutningstema',
          'Nye moler.',
          'Indstilling',
          'Direktionen indstiller, at molerne bygges.',
          'Sagsfremstilling',
          'De er gamle.',
        ],
        ...['Sagen afgøres i', 'Havneudvalget', 'Beslutning i Havneudvalget den 14-08-2026', 'Godkendt.'],
        ...[
          'Beslutningstema',
          'Nye kraner.',
          'Indstilling',
          'Direktionen indstiller, at kranerne drøftes.',
          'Sagsfremstilling',
          'De er små.',
        ],
        ...['Beslutning i Havneudvalget den 14-08-2026', 'Udsat.'],
      ].join('\n'),
    );
    const told = agenda.items.map(({ matter, recommendation, decisions }) => [
      matter,
      recommendation?.clauses,
      decisions[0]?.text,
    ]);
    expect(told).toEqual([
      [null, undefined, 'Dagsorden godkendt.'],
      ['Nye moler.', ['at molerne bygges.'], 'Godkendt.'],
      ['Nye kraner.', ['at kranerne drøftes.'], 'Udsat.'],
    ]);
  });
});

describe('number, case number and title in one line', () => {
  test('are read apart, with a key without hyphens between wide blanks or single ones', () => {
    const item = (start: string) => [
      start,
      '',
      'Sagsfremstilling',
      'En plan.',
      '',
      'Chefen indstiller,',
      'at planen godkendes.',
      '',
    ];
    const lines = [
      ...item('71    00.30.14Ø00    Ny plan'),
      ...item('72 27.35.00P05 Budget 2027'),
      '73    27.36.04G01    Lukket punkt: Køb',
    ];
    const { items } = readAgenda(['Dagsorden', 'Jobudvalget', '4. maj 2026', '', ...lines].join('\n'));
    expect(items.map(({ number, caseNumber, title }) => [number, caseNumber, title])).toEqual([
      [71, '00.30.14Ø00', 'Ny plan'],
      [72, '27.35.00P05', 'Budget 2027'],
      [73, '27.36.04G01', 'Lukket punkt: Køb'],
    ]);
  });
});

describe('closed items', () => {
  test('may be counted from a number of their own after the others', () => {
    const item = (number: number, title: string) => [
      `${number} ${title}`,
      '',
      `26/${number}4`,
      '',
      'Beslutning',
      'Godkendt.',
      '',
    ];
    const closed = ['101 Lukket punkt: Køb af hus', '', '26/900'];
    const { items } = readAgenda(
      ['Referat', 'Jobudvalget', '4. maj 2026', '', ...item(1, 'Plan'), ...item(2, 'Besøg'), ...closed].join('\n'),
    );
    expect(items.map(({ number, title }) => [number, title])).toContainEqual([101, 'Lukket punkt: Køb af hus']);
  });

  test('a closed item without a word of text stands between the numbers of two others', () => {
    const item = (number: number, title: string) => [
      ...[`${number}. ${title} (B)`, '', `Sagsnr.: 330-2026-${number}000`, '', 'Beslutning', '', 'Godkendt.', ''],
      ...['Indstilling', '', 'Chefen indstiller,', '', '  1. at planen godkendes.', '', 'Sagens indhold', '', 'En plan.', ''],
    ];
    const text = [
      'Jobudvalget – Referat – 4. maj 2026',
      '',
      ...item(1, 'Plan'),
      ...item(2, 'Budget'),
      '3. Lukket punkt',
      '',
      ...item(4, 'Besøg'),
    ];
    expect(readAgenda(text.join('\n')).items.map(({ number, title, closed }) => [number, title, closed])).toEqual([
      ...[
        [1, 'Plan', false],
        [2, 'Budget', false],
      ],
      ...[
        [3, 'Lukket punkt', true],
        [4, 'Besøg', false],
      ],
    ]);
  });

  test('the number once more between "Sag nr." and the title is no title', () => {
    const item = (number: number, title: string) => [
      `Sag nr. ${number}`,
      '',
      `${number}.`,
      title,
      '',
      'Beslutning',
      'Godkendt.',
      '',
    ];
    const text = ['Protokol', 'Jobudvalget', 'Mødedato: 4. maj 2026', '', ...item(1, 'Ny plan'), ...item(2, 'Meddelelser')];
    expect(readAgenda(text.join('\n')).items.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Ny plan'],
      [2, 'Meddelelser'],
    ]);
  });
});
