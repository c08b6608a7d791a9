import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '../../../src/app/access/directory.ts';
import { answerStep } from '../../../src/app/checklists/answer-step.ts';
import { stopEarlierDeadlines } from '../../../src/app/checklists/case-runs.ts';
import { decideCase } from '../../../src/app/checklists/decide-case.ts';
import type { CaseDecision } from '../../../src/app/checklists/ports.ts';
import { auditLine } from '../../../src/app/checklists/run-desk.ts';
import { showRun } from '../../../src/app/checklists/show-run.ts';
import { startRun } from '../../../src/app/checklists/start-run.ts';
import { changeDeadline } from '../../../src/app/deadlines/change-deadline.ts';
import type { Store } from '../../../src/store/database.ts';
import { askingAs, runDesk } from '../../support/run-desk.ts';
import { engines, freshStore } from '../../support/stores.ts';

const member = (objectId: string, roles: Member['roles'], team: string | null): Member => ({
  ...{ tenantId: 't', objectId, name: objectId, roles, team },
});
const berit = member('berit', ['caseworker'], 'A');
const anders = member('anders', ['caseworker'], 'B');
const leader = member('leader', ['team-leader'], 'A');
const group1 = { a_maalgruppe: 'ja', a_kan_deltage: 'ja', a_rehab: 'nej', a_aktiveret: 'nej' };
const exempt = {
  ...{ f_maalgruppe: 'ja', f_gruppe: '3', f_omfang: 'aktivering', f_ude_af_stand: 'ja', f_grund: 'begge' },
  ...{ f_periode: 'kortere', f_opfoelgningsdato: '2017-10-02' },
};

describe.each(engines)('deadlines of an earlier decision on the %s engine', (engine) => {
  let store: Store;
  let desk: ReturnType<typeof runDesk>;
  let count = 0;
  const ask = (who: Member, place = who.objectId) => ({ ...askingAs(who, place, `activity-${++count}`), at: count });
  const decided = async (caseReference: string, checklist = 'triage-horsens', answers: object = group1, who = berit) => {
    const runId = `run-${String(++count).padStart(4, '0')}`;
    await startRun(desk, ask(who), { id: runId, checklist, caseReference });
    for (const [id, value] of Object.entries(answers))
      await answerStep(desk, ask(who), { runId, values: () => ({ [id]: value }), seen: {} });
    const wanted = { runId, kind: 'followed', outcome: null, reason: null, words: null, legalBasis: 'Loven' } as const;
    const done = await decideCase(desk, ask(who), wanted, () => `deadline-${++count}`);
    expect(done.kind).toBe('decided');
    return runId;
  };
  const running = async (runId: string, who = berit) => {
    const state = await showRun(desk, ask(who), runId);
    return [state?.running.own.length, state?.running.earlier.length];
  };
  beforeAll(async () => {
    store = await freshStore(engine);
    desk = runDesk(store, [berit, anders, leader]);
  });
  afterAll(() => store.close());

  test('are those of the same checklist in the same case that still run, whichever decision came first', async () => {
    const first = await decided('24/1');
    await decided('24/1', 'fritagelse-horsens', exempt);
    await decided('24/2');
    const second = await decided('24/1');
    expect(await running(first)).toEqual([2, 0]);
    expect(await running(second)).toEqual([2, 2]);
    const third = await decided('24/1');
    expect(await running(third)).toEqual([2, 4]);
    expect(await stopEarlierDeadlines(desk, ask(berit), third)).toEqual({ kind: 'stopped', left: 0 });
    expect([await running(first), await running(second), await running(third)]).toEqual([
      [0, 0],
      [0, 0],
      [2, 0],
    ]);
  });

  test('are counted and stopped for those whom they are the business of, and nobody else', async () => {
    const [, second] = [await decided('24/3'), await decided('24/3')];
    expect(await running(second, leader)).toEqual([2, 2]);
    const { earlier } = (await showRun(desk, ask(berit), second))?.running ?? { earlier: [] };
    const { directory, settings, audit, deadlines } = desk;
    await changeDeadline({ store: deadlines, directory, settings, audit }, ask(berit), earlier[0]?.id ?? '', {
      ...{ kind: 'hand-over', to: 'anders' },
    });
    expect(await running(second)).toEqual([2, 1]);
    await desk.store.share('t', second, 'meeting', {
      activityId: null,
      audit: auditLine(berit, 'checklist-shared', `run:${second}`),
    });
    desk.noted.length = 0;
    // He may open it in the meeting, and decides nothing in it.
    expect(await running(second, { ...anders, objectId: 'anders' })).toEqual([undefined, undefined]);
    expect((await showRun(desk, ask(anders, 'meeting'), second))?.running).toEqual({ own: [], earlier: [] });
    expect((await stopEarlierDeadlines(desk, ask(anders, 'meeting'), second)).kind).toBe('not-allowed');
    expect((await stopEarlierDeadlines(desk, ask(berit), 'run-of-nobody')).kind).toBe('not-allowed');
    expect(desk.noted.map(({ action }) => action)).toEqual(Array(3).fill('access-refused'));
    await stopEarlierDeadlines(desk, ask(leader), second);
    expect((await desk.deadlines.openOfCase('t', '24/3')).map(({ owner }) => owner).sort()).toEqual(['anders', 'berit', 'berit']);
  });

  test('that somebody takes up again are not stopped by the same press a second time', async () => {
    const [, second] = [await decided('24/4'), await decided('24/4')];
    const { earlier } = (await showRun(desk, ask(berit), second))?.running ?? { earlier: [] };
    const press = ask(berit);
    await stopEarlierDeadlines(desk, press, second);
    const { directory, settings, audit, deadlines } = desk;
    await changeDeadline({ store: deadlines, directory, settings, audit }, ask(berit), earlier[0]?.id ?? '', { kind: 'reopen' });
    expect(await stopEarlierDeadlines(desk, press, second)).toEqual({ kind: 'stopped', left: 1 });
  });

  test('are none where a decision was recorded before deadlines were noted in it', async () => {
    const today = desk.store.decide;
    const asBefore: typeof today = (tenantId, seen, { deadlines: _unknown, ...decision }, ...more) =>
      today(tenantId, seen, decision as CaseDecision, ...more);
    Object.assign(desk.store, { decide: asBefore });
    const first = await decided('24/5');
    Object.assign(desk.store, { decide: today });
    const second = await decided('24/5');
    expect(await running(second)).toEqual([2, 0]);
    expect(await running(first)).toEqual([0, 0]);
  });
});
