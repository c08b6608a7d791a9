import { describe, expect, test } from 'vitest';
import { readAgenda } from '../../support/agenda-reader.ts';

/** The meeting and the decisions' committees of minutes with this name in the head and this line over the decision. */
function committeesIn(name: string, ...headings: readonly string[]) {
  const lines = headings.flatMap((heading) => [heading, 'Godkendt.', '']);
  const { body, items } = readAgenda(
    [
      'Referat',
      name,
      'Mandag den 4. maj 2026',
      '',
      '1. Besøg',
      'Sagsnr. 26/12',
      'Sagsfremstilling',
      'Et besøg.',
      '',
      ...lines,
    ].join('\n'),
  );
  return { body, decisions: items.flatMap(({ decisions }) => decisions.map((one) => [one.body, one.date, one.ownMeeting])) };
}

describe('the names of committees', () => {
  test('the heading of a decision may be in capitals, its preposition too', () => {
    expect(committeesIn('Jobudvalget', 'BESLUTNING I JOBUDVALGET den 04-05-2026')).toEqual({
      body: 'Jobudvalget',
      decisions: [['Jobudvalget', '2026-05-04', true]],
    });
  });

  test('a committee decides under the name that it has in the head', () => {
    expect(committeesIn('Job & Socialudvalget', 'Beslutning Job & Socialudvalg den 04-05-2026').decisions).toEqual([
      ['Job & Socialudvalget', '2026-05-04', true],
    ]);
  });

  test('a committee for several areas may be named in small letters, with its letters in brackets', () => {
    const name = 'Udvalget for job og skole';
    expect(
      committeesIn(
        `${name} (JS)`,
        'Beslutning i Udvalget for plan, vej og natur (PVN) den 03-05-2026',
        `Beslutning i ${name} den 04-05-2026`,
      ),
    ).toEqual({
      body: name,
      decisions: [
        ['Udvalget for plan, vej og natur', '2026-05-03', false],
        [name, '2026-05-04', true],
      ],
    });
  });

  test('an area of two words is whole, and the weekday behind it is no part of it', () => {
    expect(committeesIn('Udvalget for Social Omsorg', 'Beslutning').body).toBe('Udvalget for Social Omsorg');
    expect(committeesIn('Udvalget for Omsorg Mandag den 4. maj 2026', 'Beslutning').body).toBe('Udvalget for Omsorg');
  });

  test('a committee of three areas is named in full, also where the second has a small letter', () => {
    expect(committeesIn('Social-, sundheds- og fritidsudvalget', 'Beslutning').body).toBe(
      'Social-, sundheds- og fritidsudvalget',
    );
  });

  test("the word for a decision before a comma is no part of the committee's name", () => {
    const text = [
      'Dagsorden',
      'Jobudvalg',
      '4. maj 2026',
      '',
      '1. Plan',
      'Sagsnr. 26/1',
      'Beslutning, Jobudvalg, 6. april 2026:',
      'Udsat.',
    ];
    expect(readAgenda(text.join('\n')).items[0]?.decisions).toMatchObject([
      { body: 'Jobudvalg', date: '2026-04-06', text: 'Udsat.' },
    ]);
  });

  test('a council of the labour market is named in full', () => {
    expect(committeesIn('Det Lokale Beskæftigelsesråd', 'Beslutning').body).toBe('Det Lokale Beskæftigelsesråd');
  });
});

describe('a heading over proposal and decision', () => {
  test('where nobody proposes, what stands under it is the decision', () => {
    const [item] = readAgenda(
      [
        'Referat',
        'Jobudvalget',
        'Mandag den 4. maj 2026',
        '',
        '1. Dagsorden',
        '',
        'INDSTILLING OG BESLUTNING',
        '',
        'Dagsordenen godkendt.',
      ].join('\n'),
    ).items;
    expect(item).toMatchObject({ recommendation: null, decisions: [{ text: 'Dagsordenen godkendt.', ownMeeting: true }] });
  });
});

describe('the municipality', () => {
  const of = (...head: readonly string[]) => {
    const item = ['1. Plan', 'Sagsnr. 26/1', 'Sagsfremstilling', 'Sydby Kommune og Nordby Kommune. Nordby Kommune betaler.'];
    return readAgenda([...head, 'Referat', 'Jobudvalget', '4. maj 2026', '', ...item].join('\n')).municipality;
  };

  test('is the one in the head, not one that the text names more often', () => {
    expect(of('SYDBY-VESTBY KOMMUNE')).toBe('Sydby-Vestby');
    expect(of('Sydby Kommune          Side')).toBe('Sydby');
    expect(of()).toBe('Nordby');
  });

  test('may be a regional one', () => {
    expect(of('Engholms Regionskommune')).toBe('Engholm');
  });
});
