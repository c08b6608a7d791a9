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
