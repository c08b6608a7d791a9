import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Member } from '../../src/app/access/directory.ts';
import { answerStep } from '../../src/app/checklists/answer-step.ts';
import { startRun } from '../../src/app/checklists/start-run.ts';
import { rulesCommand } from '../../src/cli/commands/rules.ts';
import { ruleSetsFolder } from '../../src/content/read-rule-sets.ts';
import { openStore } from '../../src/store/database.ts';
import { askingAs, runDesk } from '../support/run-desk.ts';

const key = 'ab'.repeat(32);
const berit: Member = { tenantId: 't', objectId: 'berit', name: 'Berit', roles: ['caseworker'], team: 'A' };
const cases: readonly (readonly [string, string, object])[] = [
  ['24/1', 'triage-horsens', { a_maalgruppe: 'ja', a_kan_deltage: 'ja', a_rehab: 'nej', a_aktiveret: 'ja' }],
  ['24/2', 'triage-horsens', { a_maalgruppe: 'ja', a_kan_deltage: 'nej', a_rehab: 'flere', a_aktiveret: 'ja' }],
  ['24/3', 'triage-horsens', { a_maalgruppe: 'nej' }],
  ['24/4', 'budgetafvigelse-jammerbugt', { b_resultat: 'balance' }],
];

test('the runs that the bot stored are rehearsed by their cases, with their answers unsealed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rettesnor-rehearse-stored-'));
  try {
    const store = await openStore({ dataFolder: folder, openedAt: '2017-09-04T08:00:00Z' });
    const desk = runDesk(store, [berit]);
    for (const [caseReference, checklist, values] of cases) {
      await startRun(desk, askingAs(berit, 'berit', `start ${caseReference}`), { id: caseReference, checklist, caseReference });
      for (const [question, value] of Object.entries(values))
        await answerStep(desk, askingAs(berit, 'berit', `${caseReference} ${question}`), {
          ...{ runId: caseReference, values: () => ({ [question]: value }), seen: {} },
        });
    }
    await store.close();
    const before = readFileSync(join(ruleSetsFolder, 'triage-horsens-2017.yaml'), 'utf8');
    const after = before.replace('all: [{q: a_kan_deltage, is: ja}, {q: a_rehab, is: nej}]', 'q: a_aarsag, is: anden');
    expect(after).not.toBe(before);
    writeFileSync(join(folder, 'new.yaml'), after);
    const env = { DATA_DIR: folder, ENCRYPTION_KEY: key };
    const [out, err]: [string[], string[]] = [[], []];
    const io = { lines: (async function* () {})(), out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
    expect(await rulesCommand.run(['rehearse', join(folder, 'new.yaml')], { ...io, env })).toBe(0);
    expect(out).toEqual([
      '24/1: gruppe: Gruppe 1 kan overvejes → Kræver en faglig vurdering, fordi ingen række nu passer',
      '1 af 3 kørsler får et andet udfald.',
    ]);
    expect(err).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
