import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rulesCommand } from '../../../src/cli/commands/rules.ts';
import { ruleSetsFolder } from '../../../src/content/read-rule-sets.ts';

const triage = 'triage-horsens-2017.yaml';
const entrance = 'indgang-aalborg-2013.yaml';
type Change = (text: string) => string;

/** What `rules check` says of the shipped rule sets with a changed file, and with another added. */
async function check(changes: Readonly<Record<string, Change>>, documents: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'rettesnor-rules-'));
  const err: string[] = [];
  const out: string[] = [];
  const io = {
    lines: (async function* () {})(),
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    env: {},
  };
  try {
    cpSync(ruleSetsFolder, folder, { recursive: true });
    for (const [name, change] of Object.entries(changes)) {
      const from = name.startsWith('new-') ? triage : name;
      const before = readFileSync(join(folder, from), 'utf8');
      const after = change(before);
      expect(after, 'the fault was planted').not.toBe(before);
      writeFileSync(join(folder, name), after);
    }
    for (const [name, text] of Object.entries(documents)) writeFileSync(join(folder, name), text);
    const code = await rulesCommand.run(['check', folder], io).catch((fault: Error) => {
      err.push(fault.message);
      return 2;
    });
    return { code, err: err.join('\n').replaceAll(`${folder}/`, ''), out };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const in2018 = (from: string) => (text: string) =>
  text.replace('version: "2017"', 'version: "2018"').replace(/valid: .*/, `valid: {from: "${from}"}`);
const version = (from: string) => ({ 'new-triage.yaml': in2018(from) });
const put =
  (what: string, by: string): Change =>
  (text) =>
    text.replace(what, by);

test('the shipped rule sets have no fault, and what falls to a person is reported', async () => {
  const folder = ruleSetsFolder;
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    lines: (async function* () {})(),
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    env: {},
  };
  expect([await rulesCommand.run(['check', folder], io), err]).toEqual([0, []]);
  expect(out.some((line) => line.startsWith('triage-horsens@2017 gruppe T1 menneskelig_vurdering: '))).toBe(true);
  expect(out.some((line) => line.includes('INGEN_REGEL_PASSER: i_alder=31'))).toBe(true);
});

test.each<readonly [string, Readonly<Record<string, Change>>, string, string]>([
  [
    'overlapping periods',
    version('2017-12-31'),
    'overlapping-periods',
    'new-triage.yaml:6: triage-horsens@2018 overlaps triage-horsens@2017',
  ],
  ['a gap between periods', version('2018-02-01'), 'gap-between-periods', 'on 2018-01-01 neither is valid'],
  [
    'a period that ends before it begins',
    { [triage]: put('to: "2017-12-31"', 'to: "2017-01-01"') },
    'period-ends-before-it-begins',
    `${triage}:6`,
  ],
  [
    'a row that can never fire',
    {
      [triage]: put(
        '- id: T5\n        when: {all: [{q: a_kan_deltage, is: ja}',
        '- id: T5\n        when: {all: [{q: a_kan_deltage, is: nej}, {q: a_kan_deltage, is: ja}',
      ),
    },
    'unreachable-row',
    'T5 can never fire',
  ],
  [
    'a row that an earlier one shadows',
    {
      [triage]: put(
        'when: {all: [{q: a_rehab, in: [ressourceforloeb, fleksjob, foertidspension, flere]}, {q: a_kan_deltage, is: nej}]}',
        'when: {q: a_maalgruppe, is: ja}',
      ),
    },
    'shadowed-row',
    'T2 never fires: T1 takes every case that fits it [shadowed-row] (example: a_maalgruppe=ja, a_rehab=ressourceforloeb',
  ],
  [
    'a condition on an unknown question',
    { [triage]: put('{q: a_aarsag, is: anden}', '{q: a_aarsagen, is: anden}') },
    'dangling-id',
    'T4 names the question "a_aarsagen"',
  ],
  [
    'a deadline that does not exist',
    { [triage]: put('deadlines: [D_REHABTEAM_3MDR]', 'deadlines: [D_REHAB]') },
    'dangling-id',
    'T2 lists the deadline "D_REHAB"',
  ],
  [
    'an outcome that no row gives',
    { [triage]: put('appliesTo: [gruppe_1]', 'appliesTo: [gruppe_4]') },
    'dangling-id',
    'D_GRUPPE1_IVAERKSAT applies to the outcome "gruppe_4"',
  ],
  [
    'another municipality’s checklist',
    { [triage]: put('opensChecklist: fritagelse-horsens', 'opensChecklist: tilbud-varde') },
    'dangling-id',
    'no checklist of Horsens',
  ],
  [
    'an unused question',
    { [triage]: put('questions:\n', 'questions:\n  - id: a_ubrugt\n    type: date\n    text: "Ubrugt?"\n') },
    'unused-question',
    'a_ubrugt is asked',
  ],
  [
    'an outcome without a quotation',
    { [triage]: (text) => text.replace(/ {8}quote: "Gruppe 3,.*\n/, '') },
    'missing-source',
    'T3 quotes nothing',
  ],
  [
    'an outcome without a source',
    { [triage]: put('source: 002_d0b5f90333cbab52.txt', 'source: ""') },
    'missing-source',
    'T0 names no source document',
  ],
  [
    'a range that holds nothing',
    { [entrance]: put('min: 0', 'min: 130') },
    'impossible-range',
    'i_alder takes numbers from 130 to 120',
  ],
  [
    'a limit outside the range',
    { [entrance]: put('when: {q: i_alder, lt: 15}', 'when: {q: i_alder, lt: 0}') },
    'impossible-comparison',
    'I0 asks for "i_alder" lt 0',
  ],
  [
    'a comparison with no option',
    { [triage]: put('{q: a_maalgruppe, is: nej}', '{q: a_maalgruppe, is: maaske}') },
    'impossible-comparison',
    'T0 compares "a_maalgruppe" with "maaske"',
  ],
  [
    'a circle of visibility',
    { [triage]: put('visibleWhen: {q: a_maalgruppe, is: ja}', 'visibleWhen: {q: a_aarsag, is: anden}') },
    'visibility-cycle',
    'a_kan_deltage → a_aarsag → a_kan_deltage',
  ],
  [
    'a deadline whose base does not exist',
    { [triage]: put('base: a_placeret_dato', 'base: a_placeret') },
    'deadline-without-base',
    'D_REHABTEAM_3MDR counts from "a_placeret"',
  ],
  [
    'a code without words',
    { [triage]: put('  "gruppe_3": ', '  "gruppe_5": ') },
    'missing-text',
    'T3 has no words for "gruppe_3"',
  ],
  ['an id that is used twice', { [triage]: put('- id: T4', '- id: T3') }, 'duplicate-id', 'T3 is used twice'],
  ['a key that is not known', { [triage]: put('lawNote:', 'lawNotes:') }, 'lawNote', `${triage}:`],
  [
    'a condition that is none',
    { [triage]: put('when: {q: a_maalgruppe, is: nej}', 'when: "a_maalgruppe == nej"') },
    'is no condition',
    `${triage}:`,
  ],
])('%s is named with file, part and example', async (_title, changes, kind, words) => {
  const { code, err } = await check(changes);
  expect(code).toBe(2);
  expect(err).toContain(kind);
  expect(err).toContain(words);
});

test('a quotation that is not in its document is named up to the word that differs, where the document is present', async () => {
  const present = { '002_d0b5f90333cbab52.txt': 'Borgerne bliver indkaldt til afklaring\nfør alle andre borgere.' };
  const { code, err } = await check(
    { [triage]: put('bliver indkaldt til afklaring før alle andre', 'bliver indkaldt til afklaring efter alle andre') },
    present,
  );
  expect(code).toBe(2);
  expect(err).toContain('INDKALDES_FOER_ANDRE quotes what does not stand in 002_d0b5f90333cbab52.txt [quote-not-in-source]');
  expect(err).toContain('"bliver indkaldt til afklaring efter"');
});
