import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '../../../src/app/access/directory.ts';
import { answerStep } from '../../../src/app/checklists/answer-step.ts';
import { decideCase } from '../../../src/app/checklists/decide-case.ts';
import { auditLine } from '../../../src/app/checklists/run-desk.ts';
import { showRun } from '../../../src/app/checklists/show-run.ts';
import { startRun } from '../../../src/app/checklists/start-run.ts';
import type { Store } from '../../../src/store/database.ts';
import { askingAs, runDesk } from '../../support/run-desk.ts';
import { engines, freshStore } from '../../support/stores.ts';

const member = (objectId: string, roles: Member['roles'] = ['caseworker'], team: string | null = 'A'): Member => ({
  ...{ tenantId: 't', objectId, name: objectId, roles, team },
});
const berit = member('berit');
const anders = member('anders', ['caseworker'], 'B');
const leader = member('leader', ['team-leader']);
const expert = member('expert', ['professional-leader'], null);
const crowd = Array.from({ length: 8 }, (_none, index) => member(`crowd-${index}`));
const group1 = { a_maalgruppe: 'ja', a_kan_deltage: 'ja', a_rehab: 'nej', a_aktiveret: 'nej' };

describe.each(engines)('checklist runs on the %s engine', (engine) => {
  let store: Store;
  let desk: ReturnType<typeof runDesk>;
  let count = 0;
  const activity = () => `activity-${++count}`;
  const ask = (who: Member, place = who.objectId) => askingAs(who, place, activity());
  const answer = (who: Member, runId: string, values: object, seen = {}, place = who.objectId) =>
    answerStep(desk, ask(who, place), { runId, values: () => ({ ...values }), seen });
  const started = async (caseReference: string, checklist = 'triage-horsens') => {
    const id = `run-${++count}`;
    await startRun(desk, ask(berit), { id, checklist, caseReference });
    return id;
  };
  beforeAll(async () => {
    store = await freshStore(engine);
    desk = runDesk(store, [berit, anders, leader, expert, ...crowd]);
  });
  afterAll(() => store.close());

  test('a run starts for a case number and never for a personal number, and is taken up again', async () => {
    const start = (caseReference: string) =>
      startRun(desk, ask(berit), { id: `run-${++count}`, checklist: 'triage-horsens', caseReference });
    const first = await start('24/1');
    expect(first.kind).toBe('started');
    expect(await start('24/1')).toEqual({ kind: 'open-already', runId: 'runId' in first ? first.runId : '' });
    expect((await start('010190-1234')).kind).toBe('no-case-number');
    expect((await start('Jens Hansen')).kind).toBe('no-case-number');
  });

  test('a step goes by what another replica recorded meanwhile, though this one had seen the run before', async () => {
    const other = runDesk(store, [berit]);
    const elsewhere = (runId: string, values: object, seen: Readonly<Record<string, number>>) =>
      answerStep(other, ask(berit), { runId, values: () => ({ ...values }), seen });
    const run = await started('24/31');
    await answer(berit, run, { a_maalgruppe: 'ja' });
    await elsewhere(run, { a_maalgruppe: 'nej' }, { a_maalgruppe: 1 });
    const again = await answer(berit, run, { a_maalgruppe: 'ja' }, { a_maalgruppe: 1 });
    expect(again.kind === 'answered' ? again.first.map(({ standing }) => standing.value) : again.kind).toEqual(['nej']);
    await other.store.close('t', run, { activityId: activity(), audit: auditLine(berit, 'checklist-closed', `run:${run}`) });
    expect((await answer(berit, run, { a_kan_deltage: 'ja' })).kind).toBe('not-open');
    expect((await desk.store.find('t', run))?.answers.map(({ value }) => value)).toEqual(['nej']);
  });

  test('answers are sealed in the database and replayed into an outcome', async () => {
    const run = await started('24/2');
    await answer(berit, run, { a_maalgruppe: 'ja' });
    const done = await answer(berit, run, { a_kan_deltage: 'nej', a_rehab: 'nej', a_aktiveret: 'nej', a_aarsag: 'begge' });
    expect(done.kind === 'answered' ? done.state.evaluation.tables[0]?.outcomes : done.kind).toEqual(['gruppe_3']);
    const { rows } = await sql<{ value: string }>`select value from run_answer where run_id = ${run}`.execute(store.db);
    expect(rows.length).toBe(5);
    expect(JSON.stringify(rows)).not.toMatch(/begge|nej/);
  });

  test('of two who answer one question the first is recorded, and the second is shown that answer', async () => {
    const run = await started('24/3');
    await desk.store.share('t', run, 'meeting', {
      activityId: null,
      audit: { tenantId: 't', actor: 'berit', action: 'x', subject: 'y', details: {} },
    });
    await answer(berit, run, { a_maalgruppe: 'ja' }, {}, 'meeting');
    const second = await answer(anders, run, { a_maalgruppe: 'nej' }, {}, 'meeting');
    expect(
      second.kind === 'answered' ? second.first.map(({ standing, wanted }) => [standing.value, standing.by, wanted]) : [],
    ).toEqual([['ja', 'berit', 'nej']]);
    const changed = await answer(anders, run, { a_maalgruppe: 'nej' }, { a_maalgruppe: 1 }, 'meeting');
    expect(changed.kind === 'answered' ? changed.state.run.answers : []).toMatchObject([
      { value: 'nej', version: 2, by: 'anders' },
    ]);
  });

  test('eight people who answer at once lose nothing and double nothing', async () => {
    for (let round = 0; round < 20; round += 1) {
      const run = await started(`24/${1000 + round}`);
      await desk.store.share('t', run, 'meeting', {
        activityId: null,
        audit: { tenantId: 't', actor: 'berit', action: 'x', subject: 'y', details: {} },
      });
      await answer(berit, run, { a_maalgruppe: 'ja' });
      const questions = ['a_kan_deltage', 'a_rehab', 'a_aktiveret'];
      const all = await Promise.all(
        crowd.map((who, index) =>
          answer(who, run, { [questions[index % 3] ?? '']: index % 2 === 0 ? 'nej' : 'ved_ikke' }, {}, 'meeting'),
        ),
      );
      const state = await showRun(desk, ask(berit), run);
      expect(all.every(({ kind }) => kind === 'answered')).toBe(true);
      expect(state?.run.answers.map(({ question, version }) => `${question} ${version}`).sort()).toEqual(
        ['a_maalgruppe', ...questions].map((question) => `${question} 1`).sort(),
      );
    }
  });

  test('the same activity twice answers once', async () => {
    const run = await started('24/4');
    const asking = ask(berit);
    await answerStep(desk, asking, { runId: run, values: () => ({ a_maalgruppe: 'ja' }), seen: {} });
    await answerStep(desk, asking, { runId: run, values: () => ({ a_maalgruppe: 'nej' }), seen: { a_maalgruppe: 1 } });
    expect((await desk.store.find('t', run))?.answers).toMatchObject([{ version: 1, value: 'ja' }]);
  });

  test('an optional question that was left empty is recorded as not known once nothing required is left beside it', async () => {
    const run = await started('24/9187');
    const shown = { a_placeret_dato: 0, a_maalgruppe: 0, a_kan_deltage: 0 };
    const answers = async () =>
      ((await desk.store.find('t', run))?.answers ?? []).map(({ question, value }) => `${question} ${value}`).sort();
    expect((await answer(berit, run, {}, shown)).kind).toBe('faulty');
    expect(await answers()).toEqual([]);
    const partly = await answer(berit, run, { a_maalgruppe: 'ja' }, shown);
    expect(partly.kind === 'answered' ? partly.missing.map(({ question }) => question.id) : partly.kind).toEqual([
      'a_kan_deltage',
    ]);
    expect(await answers()).toEqual(['a_maalgruppe ja']);
    await answer(berit, run, { a_kan_deltage: 'ja' }, { a_placeret_dato: 0, a_kan_deltage: 0 });
    expect(await answers()).toEqual(['a_kan_deltage ja', 'a_maalgruppe ja', 'a_placeret_dato ved_ikke']);
    const cleared = await answer(berit, run, { a_kan_deltage: 'nej', a_maalgruppe: '' }, { a_kan_deltage: 1, a_maalgruppe: 1 });
    expect(cleared.kind === 'answered' ? cleared.missing.map(({ question }) => question.id) : cleared.kind).toEqual([
      'a_maalgruppe',
    ]);
  });

  test('a value that the question does not allow, and an empty required one, are named and nothing is recorded', async () => {
    const run = await started('24/5');
    const done = await answer(berit, run, { a_maalgruppe: 'hest', a_kan_deltage: '' });
    expect(done.kind === 'faulty' ? done.faults.map(({ question, fault }) => [question.id, fault]) : []).toEqual([
      ['a_maalgruppe', 'not-an-option'],
      ['a_kan_deltage', 'required'],
    ]);
    expect((await desk.store.find('t', run))?.answers).toEqual([]);
  });

  test('a step that is sent with nothing on it names the questions that need an answer, and one answer is enough', async () => {
    const run = await started('24/51');
    const shown = { a_maalgruppe: 0, a_kan_deltage: 0 };
    const empty = await answer(berit, run, {}, shown);
    expect(empty.kind === 'faulty' ? empty.faults.map(({ question, fault }) => [question.id, fault]) : empty.kind).toEqual([
      ['a_maalgruppe', 'required'],
      ['a_kan_deltage', 'required'],
    ]);
    expect((await answer(berit, run, { a_kan_deltage: 'ja' }, shown)).kind).toBe('answered');
  });

  test('a day that the rule itself names, and that was over when the case was decided, becomes no deadline', async () => {
    const run = await started('24/52');
    await answer(berit, run, group1);
    const wanted = { runId: run, kind: 'followed', outcome: null, reason: null, words: null, legalBasis: null } as const;
    const done = await decideCase(desk, askingAs(berit, 'berit', activity(), '2017-11-01'), wanted, () => `deadline-${++count}`);
    expect(done.kind === 'decided' ? done.state.run.decisions.at(-1)?.deadlines : done.kind).toEqual([]);
    expect(await desk.deadlines.openOfCase('t', '24/52')).toEqual([]);
  });

  test('a person follows the proposal: the receipt holds answers, version, person and time, and deadlines are kept', async () => {
    const run = await started('24/6');
    await answer(berit, run, group1);
    const wanted = { runId: run, kind: 'followed', outcome: null, reason: null, words: null, legalBasis: null } as const;
    const done = await decideCase(desk, ask(berit), wanted, () => `deadline-${++count}`);
    expect(done.kind).toBe('decided');
    const kept = await desk.store.find('t', run);
    expect(kept?.state).toBe('decided');
    expect(kept?.decisions).toMatchObject([
      { outcome: 'gruppe_1', by: 'berit', receipt: { ruleSet: 'triage-horsens@2017', answers: group1, engineVersion: '1' } },
    ]);
    const { rows } = await sql<{ due_on: string }>`select due_on from deadline where case_reference = '24/6'`.execute(store.db);
    expect(rows.length).toBe(2);
    expect((await answer(berit, run, { a_rehab: 'fleksjob' }, { a_rehab: 1 })).kind).toBe('not-open');
  });

  test.each([
    ['24/61', 'gruppe_1', 'fleksjob', 'ja', ['2017-10-31', '2017-10-31']],
    ['24/62', 'uden_for_maalgruppe', 'fleksjob', 'ja', []],
    ['24/63', 'gruppe_2', 'fleksjob', 'nej', ['2017-10-31', '2017-12-01']],
  ])('the deadlines of a departure are those of the decided outcome (%s: %s)', async (reference, outcome, rehab, able, days) => {
    const run = await started(reference);
    const reason = { a_kan_deltage: able, ...(able === 'nej' ? { a_aarsag: 'begge' } : {}), a_aktiveret: 'nej' };
    await answer(berit, run, { a_maalgruppe: 'ja', ...reason, a_rehab: rehab });
    await answer(berit, run, { a_rehabplan_igang: 'ja', a_placeret_dato: '2017-09-01' });
    const words = { reason: 'professional-judgement', words: 'Drøftet', legalBasis: null };
    const made = () => `deadline-${++count}`;
    const done = await decideCase(desk, ask(berit), { runId: run, kind: 'departed', outcome, ...words }, made);
    expect(done.kind).toBe('decided');
    expect((await desk.deadlines.openOfCase('t', reference)).map(({ dueOn }) => dueOn).sort()).toEqual(days);
  });

  test('departing needs an outcome, a coded reason and words; an exemption needs its legal basis', async () => {
    const run = await started('24/7', 'fritagelse-horsens');
    await answer(berit, run, {
      f_maalgruppe: 'ja',
      f_gruppe: '3',
      f_omfang: 'aktivering',
      f_ude_af_stand: 'ja',
      f_grund: 'begge',
      f_periode: 'kortere',
    });
    const wanted = { runId: run, kind: 'departed', outcome: null, reason: null, words: ' ', legalBasis: null } as const;
    const refused = await decideCase(desk, ask(berit), wanted, () => 'd');
    expect(refused.kind === 'faulty' ? refused.faults : refused.kind).toEqual(['outcome', 'reason', 'words', 'legal-basis']);
  });

  test('a case that was sent on is decided by the professional leader', async () => {
    const run = await started('24/8');
    await answer(berit, run, { a_maalgruppe: 'ja', a_kan_deltage: 'nej', a_rehab: 'fleksjob', a_aktiveret: 'ja' });
    const decide = (who: Member, kind: 'sent' | 'departed', outcome: string | null) =>
      decideCase(
        desk,
        ask(who),
        { runId: run, kind, outcome, reason: 'professional-judgement', words: 'Drøftet', legalBasis: null },
        () => `d${++count}`,
      );
    expect((await decide(expert, 'departed', 'gruppe_2')).kind).toBe('not-allowed');
    expect((await decide(berit, 'sent', null)).kind).toBe('decided');
    expect((await desk.store.sentOn('t')).map(({ id }) => id)).toEqual([run]);
    expect((await decide(expert, 'departed', 'gruppe_2')).kind).toBe('decided');
  });

  test('nobody else opens or answers a run: not by id, not from another conversation; each attempt is audited', async () => {
    const run = await started('24/9');
    desk.noted.length = 0;
    expect((await answer(anders, run, { a_maalgruppe: 'ja' })).kind).toBe('not-allowed');
    expect(await showRun(desk, ask(anders, 'elsewhere'), run)).toBeNull();
    expect(await showRun(desk, ask({ ...anders, roles: [] }), run)).toBeNull();
    expect(await showRun(desk, ask(expert), run)).toBeNull();
    expect(await showRun(desk, ask({ ...berit, tenantId: 'other' }), run)).toBeNull();
    expect(desk.noted.map(({ action }) => action)).toEqual(Array(5).fill('access-refused'));
    expect(await showRun(desk, ask(leader), run)).not.toBeNull();
  });
});
