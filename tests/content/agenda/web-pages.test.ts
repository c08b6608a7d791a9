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
});
