import { describe, expect, test } from 'vitest';
import { readAgenda } from '../../support/agenda-reader.ts';

const first = [
  'Referat',
  'Havneudvalget',
  'Mødedato: 4. maj 2026',
  '',
  '1. Nye bolværker',
  '',
  'Sagsfremstilling',
  'Bolværket ved kajen er slidt.',
  '',
  'Beslutning',
  'Godkendt.',
  '',
  '2. Leje af både',
  '',
  'Sagsfremstilling',
  'To både skal lejes.',
  '',
  'Beslutning',
  'Udsat.',
  '',
];
const second = (day: string, numbers: readonly [number, number]) => [
  'Referat',
  'Skovudvalget',
  `Mødedato: ${day}`,
  '',
  `${numbers[0]}. Nye stier`,
  '',
  'Sagsfremstilling',
  'Der anlægges to stier.',
  '',
  'Beslutning',
  'Afvist.',
  '',
  `${numbers[1]}. Bænke`,
  '',
  'Sagsfremstilling',
  'Der mangler bænke.',
  '',
  'Beslutning',
  'Drøftet.',
];
const read = (...lines: readonly string[]) => readAgenda(lines.join('\n'));

describe('two meetings in one file', () => {
  test('the first is read, and a fault names the line where the second begins', () => {
    const { faults, items, date } = read(...first, ...second('11. maj 2026', [1, 2]));
    expect(faults).toEqual([{ kind: 'second-meeting', line: 21, values: {} }]);
    expect(date).toBe('2026-05-04');
    expect(items.map(({ title, decisions }) => [title, decisions.map(({ text }) => text)])).toEqual([
      ['Nye bolværker', ['Godkendt.']],
      ['Leje af både', ['Udsat.']],
    ]);
  });

  test('a second meeting with more items than the first does not lend it any', () => {
    const more = ['', '3. Et hegn', '', 'Sagsfremstilling', 'Hegnet er væltet.', '', 'Beslutning', 'Godkendt.'];
    const { faults, items } = read(...first, ...second('11. maj 2026', [1, 2]), ...more);
    expect(faults.map(({ kind }) => kind)).toEqual(['second-meeting']);
    expect(items).toHaveLength(2);
  });

  test('a head on one line is known too, and who decides the last item is no part of it', () => {
    const head = ['Kompetence', '', 'Byrådet', '', '', 'Skovudvalget \u2013 Referat \u2013 11. maj 2026', ''];
    const { faults, items } = read(...first, ...head, ...second('', [1, 2]).slice(4));
    expect(faults).toMatchObject([{ kind: 'second-meeting', line: 26 }]);
    expect(items).toHaveLength(2);
  });

  test('items that count on, or the same day, are of one meeting', () => {
    expect(read(...first, ...second('11. maj 2026', [3, 4])).faults).toEqual([]);
    expect(read(...first, ...second('4. maj 2026', [3, 4])).faults).toEqual([]);
  });

  test("another meeting's agenda told as a list in an item is no second meeting", () => {
    const told = [
      ...['3. Forslag til dagsorden', '', 'Sagsfremstilling', 'Ungerådet mødes snart.', ''],
      ...['Dagsorden', 'Ungerådet', '11. maj 2026', '1. Velkomst', '2. Regnskab', '3. Valg', ''],
      ...['Beslutning', 'Godkendt.', '', '4. Eventuelt', '', 'Beslutning', 'Intet.'],
    ];
    const { faults, items } = read(...first, ...told);
    expect(faults.filter(({ kind }) => kind === 'second-meeting')).toEqual([]);
    expect(items.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  test('an earlier decision under committee and day over a numbered list is no second meeting', () => {
    const told = [
      ...['3. Kajens lys', '', 'Sagsfremstilling', 'Lyset er dårligt.', '', 'Havneudvalget den 6. april 2026'],
      ...['1. Lyset undersøges.', '2. Prisen oplyses.', '', 'Beslutning', 'Godkendt.'],
    ];
    const { faults } = read(...first, ...told);
    expect(faults.filter(({ kind }) => kind === 'second-meeting')).toEqual([]);
  });
});
