import { describe, expect, test } from 'vitest';
import { itemsOf } from '../../support/agenda-reader.ts';

/** The clauses of an item with this proposal. */
function clausesIn(...proposal: readonly string[]): readonly string[] | undefined {
  const head = ['Referat fra Jobudvalget den 4. maj 2026', '', '1. Værksted', 'Sagsnr. 26/12', 'Indstilling'];
  return itemsOf(...head, ...proposal, '', 'Beslutning', 'Godkendt.')[0]?.clauses;
}

describe('the clauses of a proposal', () => {
  test('listed clauses end as they are written, with the comma and "og" that lead to the next', () => {
    expect(
      clausesIn('Chefen indstiller,', '1. at aftalen godkendes,', '2. at den sendes ud, eller', '3. at den bortfalder'),
    ).toEqual(['at aftalen godkendes,', 'at den sendes ud, eller', 'at den bortfalder']);
  });

  test('clauses of one sentence end with the words that join them', () => {
    expect(clausesIn('Chefen indstiller, at aftalen godkendes, at den sendes ud, og at den evalueres.')).toEqual([
      'at aftalen godkendes,',
      'at den sendes ud, og',
      'at den evalueres.',
    ]);
  });

  test('what somebody proposes within the case is none where the proposal has its heading', () => {
    const items = itemsOf(
      ...['Referat fra Jobudvalget den 4. maj 2026', '', '1. Værksted', 'Sagsnr. 26/12', 'Sagsfremstilling', 'En reform.', ''],
      ...[
        'Forvaltningen foreslår, at udvalget drøfter:',
        '1. Hvad koster den?',
        '2. Hvem gavner den?',
        '',
        'Indstilling:',
        'At reformen drøftes.',
      ],
      ...['', 'Beslutning:', 'Drøftet.'],
    );
    expect(items[0]?.clauses).toEqual(['At reformen drøftes.']);
  });

  test('where proposals have their heading, "foreslår" in the text of an item without one proposes nothing', () => {
    const item = (number: number) => [
      `Pkt. ${number} Plan ${number}`,
      '',
      'Planen er ny.',
      '',
      'Indstilling: At planen drøftes.',
      '',
    ];
    const head = ['Dagsorden', 'Jobudvalget', '4. maj 2026', '', ...item(1), 'Pkt. 2 Temadag', ''];
    const day = (verb: string) =>
      itemsOf(...head, `Formanden ${verb}, at der holdes en temadag i maj.`, '', ...item(3)).map(({ clauses }) => clauses)[1];
    expect(day('foreslår')).toEqual([]);
    expect(day('indstiller')).toEqual(['at der holdes en temadag i maj.']);
  });
});

describe('a proposal without a heading of its own', () => {
  const at = ['at planen godkendes, og', 'at der følges op.'];
  const head = ['Dagsorden', 'Jobudvalget', '4. maj 2026', '', '1. Plan', 'Sagsnr. 26/1', 'Sagsfremstilling', 'En plan.', ''];

  test('may say in brackets or behind the verb when it was made', () => {
    expect(clausesIn('Direktionen indstiller (19. april 2026, pkt. 12),', ...at)).toEqual(at);
    expect(itemsOf(...head)[0]?.clauses).toEqual([]);
  });

  test('may stand in a paragraph of its own under the annexes', () => {
    const lines = [...head, 'Bilag', 'Notat om planen', '', 'Direktionen indstiller (19. april 2026, pkt. 12),', ...at];
    expect(itemsOf(...lines)[0]?.clauses).toEqual(at);
  });

  test('what is proposed anew under an earlier decision is what the meeting decides on', () => {
    const [item] = itemsOf(
      ...[
        'Referat',
        'Jobudvalget',
        '4. maj 2026',
        '',
        '1. Plan',
        'Sagsnr. 26/1',
        'Indstilling og beslutning',
        'Chefen indstiller,',
      ],
      ...['- at planen sendes i høring.', '', 'Jobudvalget den 6. april 2026:', 'Godkendt.', 'Fraværende: Bo Lund', ''],
      ...['Chefen indstiller den 4. maj 2026,', '- at planen godkendes.', '', 'Jobudvalget den 4. maj 2026:', 'Udsat.'],
    );
    expect(item).toMatchObject({ clauses: ['at planen godkendes.'], decisions: ['Godkendt.', 'Udsat.'] });
  });
});

describe('an "at" inside a clause', () => {
  test('behind a preposition and a comma belongs to the clause', () => {
    expect(
      clausesIn('Chefen indstiller, at ønsket imødekommes ved, at der sættes hegn, at planen godkendes, og at der følges op.'),
    ).toEqual(['at ønsket imødekommes ved, at der sættes hegn,', 'at planen godkendes, og', 'at der følges op.']);
  });
});
