import { describe, expect, test } from 'vitest';
import { readAgenda } from '../../support/agenda-reader.ts';

/** The absent and the decisions of an item with these lines. */
function told(...lines: readonly string[]) {
  const head = [
    'Referat fra Jobudvalget den 4. maj 2026',
    '',
    '1. Værksted',
    'Sagsnr. 26/12',
    'Indstilling',
    'At det godkendes.',
  ];
  const [item] = readAgenda([...head, '', ...lines].join('\n')).items;
  return { absent: item?.absent, decisions: item?.decisions.map(({ text }) => text) };
}

describe('who is absent at an item', () => {
  test('those absent at an earlier committee are not absent at this meeting', () => {
    expect(
      told(
        ...['Beslutning i Socialudvalget den 3. maj 2026', 'Anbefales.', 'Fraværende: Bo Lund', ''],
        ...['Beslutning i Jobudvalget den 4. maj 2026', 'Godkendt.', 'Fraværende: Ida Sten'],
      ),
    ).toEqual({ absent: ['Ida Sten'], decisions: ['Anbefales.', 'Godkendt.'] });
  });

  test("those absent in the case's history are not absent at this meeting", () => {
    expect(
      told('Historik', 'Socialudvalget, 3. maj 2026, pkt. 4:', 'Anbefales.', 'Afbud: Bo Lund', '', 'Beslutning', 'Godkendt.')
        .absent,
    ).toEqual([]);
  });

  test('the line that says in which committee they were absent, with the names under it, is no part of the decision', () => {
    expect(told('Beslutning', 'Godkendt.', '', 'Fraværende i Jobudvalget, 4. maj 2026:', '', 'Bo Lund')).toEqual({
      absent: ['Bo Lund'],
      decisions: ['Godkendt.'],
    });
    expect(told('Beslutning', 'Godkendt.', '', 'Afbud i Socialudvalget den 3. maj 2026: Bo Lund').absent).toEqual([]);
  });

  test('the heading over those absent ends the decision, whether their names stand behind it or below', () => {
    const read = { absent: ['Bo Lund'], decisions: ['Godkendt. Der følges op.'] };
    const decision = ['Beslutning', 'Godkendt.', 'Der følges op.'];
    expect(told(...decision, 'Fraværende: Bo Lund.', 'Protokollen blev lukket.')).toEqual(read);
    expect(told(...decision, 'Fraværende:', 'Bo Lund.')).toEqual(read);
    expect(told(...decision, '', 'Fraværende', 'Bo Lund. I stedet deltog Ida Sten.')).toEqual(read);
    expect(told(...decision, 'Fraværende:', '- Bo Lund', '- Kaj Strand').absent).toEqual(['Bo Lund', 'Kaj Strand']);
    expect(told(...decision, 'Afbud: Bo Lund, hvis plads Ida Sten indtog.', '', 'Vestby Kommune - tekst').decisions).toEqual(
      read.decisions,
    );
    expect(told(...decision, 'Fraværende:', '', 'Bo Lund', '', 'Kaj Strand').absent).toEqual(['Bo Lund', 'Kaj Strand']);
  });

  test('dissent, or what else was decided, in a paragraph under those absent is still of the decision', () => {
    const further = 'Udvalget besluttede desuden at besøge værkstedet.';
    expect(told('Beslutning', 'Godkendt.', 'Fraværende: Bo Lund', '', further).decisions).toEqual([`Godkendt. ${further}`]);
    expect(told('Beslutning', 'Godkendt.', 'Fraværende: Bo Lund', '', 'Ida Sten stemte imod.').decisions).toEqual([
      'Godkendt. Ida Sten stemte imod.',
    ]);
  });

  test("a member's role before the name is no part of it", () => {
    expect(told('Beslutning', 'Godkendt.', 'Udvalgsmedlem Bo Lund deltog ikke i behandlingen.')).toEqual({
      absent: ['Bo Lund'],
      decisions: ['Godkendt.'],
    });
  });

  test('who is disqualified is not absent, and the decision tells it', () => {
    const line = 'Bo Lund deltog ikke i behandlingen af punktet på grund af inhabilitet.';
    expect(told('Beslutning', 'Godkendt.', line)).toEqual({ absent: [], decisions: [`Godkendt. ${line}`] });
  });
});
