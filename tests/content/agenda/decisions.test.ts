import { describe, expect, test } from 'vitest';
import { readAgenda } from '../../support/agenda-reader.ts';

const head = [
  'Jobudvalget',
  'Dagsorden med vedtagelser',
  '',
  'Mødedato: 4. maj 2026',
  '',
  'Punkt 1',
  'Værksted',
  '',
  'Sagsnr. 26/12',
];

describe('the word for what was decided', () => {
  test('"Vedtagelse" is a decision\'s heading as "Beslutning" is, and an agenda with them is minutes', () => {
    const agenda = readAgenda(
      [
        ...[
          ...head,
          '',
          'Vedtagelse i Jobudvalget den 04-04-2026',
          'Udsat.',
          '',
          'Indstilling',
          'Chefen foreslår, at planen godkendes.',
        ],
        ...[
          '',
          'Vedtagelse i Jobudvalget den 04-05-2026',
          'Godkendt.',
          '',
          'Ida Sten tager forbehold.',
          '',
          'Fraværende: Bo Lund',
        ],
      ].join('\n'),
    );
    expect(agenda.kind).toBe('referat');
    expect(agenda.items[0]?.decisions).toMatchObject([
      { text: 'Udsat.', date: '2026-04-04', ownMeeting: false },
      { text: 'Godkendt. Ida Sten tager forbehold.', date: '2026-05-04', ownMeeting: true },
    ]);
  });
});

describe('where a decision ends', () => {
  const item = ['3. Værksted', 'Sagsnr. 26/13', 'Beslutning', 'Afgørelsen fastholdes.', ''];
  const texts = (...lines: readonly string[]) =>
    readAgenda(
      ['Referat fra Jobudvalget den 4. maj 2026', '', '1. Besøg', 'Sagsnr. 26/12', 'Beslutning', 'Godkendt.', '', ...lines].join(
        '\n',
      ),
    ).items.map(({ closed, decisions }) => [closed, ...decisions.map(({ text }) => text)]);

  test('the heading over a group of items belongs to none of them, and may say that they are closed', () => {
    expect(texts('Til behandling i lukket møde:', '', ...item.map((line) => line.replace('3.', '2.')))).toEqual([
      [false, 'Godkendt.'],
      [true, 'Afgørelsen fastholdes.'],
    ]);
  });

  test('the members who sign under the last item are no part of it', () => {
    const decided = [
      [false, 'Godkendt.'],
      [false, 'Afgørelsen fastholdes.'],
    ];
    expect(texts(...item, 'Bo Lund\t\tIda Sten\t\tPer Ås Holm')).toEqual(decided);
    expect(texts(...item, 'Bo Lund', 'Ida Sten', 'Per Ås Holm')).toEqual(decided);
  });

  test('the end of the meeting is a decision where it stands under its heading', () => {
    const last = ['2. Underskriftsblad', 'Sagsnr. 26/13', 'Beslutning'];
    expect(texts(...last, 'Mødet hævet kl. 19.25.')[1]).toEqual([false, 'Mødet hævet kl. 19.25.']);
    expect(texts(...last, 'Drøftet.', '', 'Mødet hævet kl. 19.25.')[1]).toEqual([false, 'Drøftet.']);
  });

  test('names that the decision leads to are a part of it', () => {
    expect(texts(...item, 'Valgt blev:', '', 'Bo Lund', 'Ida Sten', 'Per Ås Holm')[1]?.[1]).toMatch(/Per Ås Holm$/);
  });
});

describe('what was decided before', () => {
  test('an earlier decision may stand on the line of its heading; what follows is the case', () => {
    const [item] = readAgenda(
      [
        ...[
          'U D S K R I F T   A F   B E S L U T N I N G S P R O T O K O L',
          'Jobudvalget, den 4. maj 2026',
          '',
          '1. Varmestue',
          'Sagsnr. 26/12',
          '',
        ],
        ...['Tidligere behandling: Socialudvalget, den 3. april 2026, pkt. 4: Udsættes, idet der indhentes et tilbud.', ''],
        ...[
          'Der er nu indhentet to tilbud.',
          '',
          'Indstilling: Chefen foreslår, at der gives 400 kr.',
          '',
          'Beslutning: Godkendt.',
        ],
      ].join('\n'),
    ).items;
    expect(item?.decisions).toMatchObject([
      { text: 'Udsættes, idet der indhentes et tilbud.', body: 'Socialudvalget', date: '2026-04-03', ownMeeting: false },
      { text: 'Godkendt.', ownMeeting: true },
    ]);
  });

  test('words spaced out over a line say what the text is', () => {
    expect(
      readAgenda(
        [
          'D A G S O R D E N',
          'Jobudvalget den 4. maj 2026',
          '',
          '1. Besøg',
          'Sagsnr. 26/12',
          'Indstilling',
          'At det drøftes.',
        ].join('\n'),
      ).kind,
    ).toBe('dagsorden');
  });
});

describe('a plan of days in a table', () => {
  test('the row of the consultation gives its period and its parties, and no other row', () => {
    const [item] = readAgenda(
      [
        ...[
          ...head,
          '',
          'Sagsfremstilling',
          'Forvaltningen foreslår denne plan:',
          '',
          '5. maj 2026\tUdvalget drøfter et udkast til høring',
        ],
        ...['10. maj - 8. juni 2026\tHøring i Handicaprådet og Ungerådet', '7. juli 2026\tUdvalgets indstilling til Byrådet'],
        ...['', 'Indstilling', 'Chefen foreslår, at planen godkendes.'],
      ].join('\n'),
    ).items;
    expect(item?.consultation).toEqual({ from: '2026-05-10', to: '2026-06-08', parties: ['Handicaprådet', 'Ungerådet'] });
  });
});

describe('where committees before this one treated the matter', () => {
  const item = (number: number, title: string, decided: string) => [
    ...[`${number}. ${title}`, '', 'Jobudvalget den 6. april 2026, pkt. 5', `Byrådet den 4. maj 2026, pkt. ${number}`, ''],
    ...['Sagsfremstilling', '', 'En plan.', '', 'Indstilling', '', 'Chefen indstiller,', '', 'at planen godkendes.', ''],
    ...['Jobudvalgets møde 6. april 2026', 'Punkt 5:', '', 'Anbefales.', ''],
    ...['Byrådets møde 4. maj 2026', `Punkt ${number}:`, '', decided, '', ''],
  ];
  const { items } = readAgenda(
    [
      ...['Møde i Byrådet', 'Mandag den 4. maj 2026', 'REFERAT', '', ...item(1, 'Ny plan', 'Godkendt.')],
      ...['JOBUDVALGET', '', '', ...item(2, 'Værksted', 'Udsat.'), 'SOCIALUDVALGET', '', '', ...item(3, 'Besøg', 'Drøftet.')],
    ].join('\n'),
  );

  test('lines of committee, day and item under a title tell where, and are neither title nor decision', () => {
    expect(items.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Ny plan'],
      [2, 'Værksted'],
      [3, 'Besøg'],
    ]);
  });

  test('a meeting over "Punkt 5:" is the heading of its decision, and a committee alone over an item belongs to none', () => {
    expect(
      items.map(({ decisions }) =>
        decisions.map(({ text, body, itemNumber, ownMeeting }) => [text, body, itemNumber, ownMeeting]),
      ),
    ).toEqual(
      ['Godkendt.', 'Udsat.', 'Drøftet.'].map((text, at) => [
        ['Anbefales.', 'Jobudvalget', 5, false],
        [text, 'Byrådet', at + 1, true],
      ]),
    );
  });
});

test('a committee with its day and item alone over "Beslutning" says whose decision it is', () => {
  const lines = [
    '1. Plan',
    'Sagsnr. 26/1',
    'Sagsfremstilling',
    'En plan.',
    '',
    'Jobudvalget den 6. april 2026, pkt. 5',
    'Beslutning',
    'Udsat.',
    '',
  ];
  const { items } = readAgenda(
    ['Referat', 'Byrådet', '4. maj 2026', '', ...lines, 'Byrådet den 4. maj 2026, pkt. 1', 'Beslutning', 'Godkendt.'].join('\n'),
  );
  expect(items[0]?.decisions).toMatchObject([
    { text: 'Udsat.', body: 'Jobudvalget', ownMeeting: false },
    { text: 'Godkendt.', body: 'Byrådet', ownMeeting: true },
  ]);
});
