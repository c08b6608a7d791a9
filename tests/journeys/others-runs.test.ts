import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstBrokenAuditLine } from '../../src/store/audit-store.ts';
import type { Json } from '../../src/tryout/json.ts';
import type { StandIn } from '../../src/tryout/stand-in.ts';
import { startChecklistBot } from '../support/checklist-bot.ts';
import { engines } from '../support/stores.ts';

const tenant = '5d1f6a2e-0000-4000-8000-00000000c0de';
const otherTenant = '5d1f6a2e-0000-4000-8000-0000000d1e1e';
const text = (value: unknown) => JSON.stringify(value);
const secret = { t_maalgruppe: 'ledighedsydelse', t_lovpligtigt: 'ja' };
const fields = Object.fromEntries(Object.entries(secret).map(([id, value]) => [`q_${id}`, value]));
const words = 'Kun kendt af Berit';

type Sent = Json & { readonly type: string };
const execute = (verb: string, data: Json, trigger = 'manual'): Sent => ({
  ...{ type: 'invoke', name: 'adaptiveCard/action' },
  value: { action: { type: 'Action.Execute', verb: `checklists/${verb}`, data }, trigger },
});
const submit = (verb: string, data: Json): Sent => ({ type: 'message', value: { verb: `checklists/${verb}`, ...data } });
const dialog = (step: 'fetch' | 'submit', name: string, data: Json): Sent => ({
  ...{ type: 'invoke', name: `task/${step}` },
  value: { data: { dialog: `checklists/${name}`, ...data } },
});

describe.each(engines)('on the %s engine', (engine) => {
  let bot: Awaited<ReturnType<typeof startChecklistBot>>;
  let teams: StandIn;
  let run = '';
  let message = '';
  const stranger = () => teams.personalChat(teams.person('crowd-1'));

  beforeAll(async () => {
    bot = await startChecklistBot(engine);
    teams = bot.teams;
    const own = teams.personalChat(teams.person('caseworker-1'));
    message = (await own.say('tilbud 24/40')).replies[0]?.id ?? '';
    run = (await bot.desk.store.runsOf(tenant, [teams.person('caseworker-1').objectId ?? ''], ['open']))[0]?.id ?? '';
    await own.send({ ...execute('answer', { run, seen: {}, ...fields }), replyToId: message });
    await bot.quiet();
    expect((await bot.desk.store.find(tenant, run))?.answers.length).toBe(2);
  });
  afterAll(() => bot.close());

  const forged = () => ({ run, owner: teams.person('crowd-1').objectId, sharedAt: stranger().conversationId, mayDecide: true });
  const answers = { seen: { t_lovpligtigt: 1 }, q_t_lovpligtigt: 'nej' };
  const decided = { kind: 'departed', send: true, outcome: 'tilladt', reason: 'other', words: 'x', legalBasis: 'x' };
  /** Each attempt: what is sent, from where, by whom; in another's tenant the run is as unknown as one that never was. */
  const attempts: Readonly<Record<string, () => readonly [place: 'own' | 'group' | 'meeting', sent: Sent, who?: string]>> = {
    'card data that names it, to read': () => ['own', execute('view', forged())],
    'card data that names it, to answer': () => ['own', execute('answer', { ...forged(), ...answers })],
    'card data that names it, to see the answers before': () => ['own', execute('back', { ...forged(), before: '' })],
    'card data that names it, to decide': () => ['own', execute('follow', forged())],
    'card data that names it, to close': () => ['own', execute('close', forged())],
    'card data that names it, to share': () => ['group', execute('share', forged())],
    'card data that names it, to open what follows': () => [
      'own',
      execute('start', { ...forged(), checklist: 'triage-horsens' }),
    ],
    'a refresh by another user': () => ['own', { ...execute('view', forged(), 'automatic'), replyToId: message }],
    'a card pasted into a group chat': () => ['group', { ...execute('answer', { run, ...answers }), replyToId: pasted() }],
    'a typed message that carries a command’s data': () => ['own', submit('answer', { ...forged(), ...answers })],
    'the same person’s id in another tenant': () => [
      'own',
      { ...execute('view', { run }), channelData: { tenant: { id: otherTenant } } },
      'caseworker-1',
    ],
    'a guest in the meeting': () => ['meeting', execute('view', { run }), 'guest'],
    'a secretary, who has no part in it': () => ['meeting', execute('view', { run }), 'secretary'],
    'a dialog that is opened for it': () => ['own', dialog('fetch', 'journal', forged())],
    'a dialog that is sent for it': () => ['own', dialog('submit', 'decide', { ...forged(), ...decided })],
  };
  const pasted = () => teams.groupChat(teams.person('crowd-1')).insert((teams.messages.find(message)?.card ?? {}) as Json).id;

  test.each(
    Object.keys(attempts),
  )('another’s run is neither read nor changed through %s, and the attempt is audited', async (name) => {
    const before = await bot.desk.store.find(tenant, run);
    const [place, sent, key = 'crowd-1'] = attempts[name]?.() ?? ['own', submit('', {})];
    const who = teams.person(key);
    const chat = { own: teams.personalChat(who), group: teams.groupChat(who), meeting: teams.meeting(who) }[place];
    const [known, lines] = [teams.requests.length, (await refusals()).length];
    const { body } = await chat.send(sent);
    await bot.quiet();
    const shown = text([body, teams.requests.slice(known)]);
    expect(shown).toContain('Det har du ikke adgang til');
    expect(shown).not.toMatch(/24\/40|ledighedsydelse|"card"/iu);
    expect(await bot.desk.store.find(tenant, run)).toEqual(before);
    const isForeign = 'channelData' in sent;
    expect((await refusals()).slice(lines)).toEqual([
      {
        ...{ tenant_id: isForeign ? otherTenant : tenant, actor: who.objectId ?? 'anonymous', action: 'access-refused' },
        subject: isForeign ? 'run:unknown' : `run:${run}`,
      },
    ]);
  });

  test('a card shared in the meeting gives no access from another conversation', async () => {
    const berit = teams.meeting(teams.person('caseworker-1'));
    const shared = (await berit.say('tilbud 24/41')).replies[0]?.id ?? '';
    await berit.press(shared, 'checklists/share');
    await bot.quiet();
    const own = await bot.desk.store.runsOf(tenant, [teams.person('caseworker-1').objectId ?? ''], ['open']);
    const id = own.find(({ caseReference }) => caseReference === '24/41')?.id ?? '';
    const view = execute('view', { run: id });
    const anders = teams.person('caseworker-2');
    expect(text((await teams.meeting(anders).send(view)).body)).toContain('24/41');
    const lines = (await refusals()).length;
    for (const chat of [teams.groupChat(anders), teams.personalChat(anders), teams.channel(anders)])
      expect(text((await chat.send(view)).body)).not.toContain('24/41');
    expect((await refusals()).slice(lines).map(({ subject }) => subject)).toEqual(Array(3).fill(`run:${id}`));
  });

  test('a typed command for another’s case, and a search for it, show nothing of another’s run', async () => {
    const chat = stranger();
    const { replies } = await chat.say('tilbud 24/40');
    expect(text(replies.map(({ card }) => card))).toContain('24/40');
    expect(text(replies.map(({ card }) => card))).not.toMatch(
      /Berit|"value":"ledighedsydelse"\}?,"isSelected|Ledighedsydelse \(/u,
    );
    const [mine] = await bot.desk.store.runsOf(tenant, [teams.person('crowd-1').objectId ?? ''], ['open']);
    expect(mine).toMatchObject({ caseReference: '24/40', answers: [] });
    for (const said of ['mine tjeklister', `vis ${run}`]) expect(text((await chat.say(said)).replies)).not.toContain(run);
    expect(await chat.search('checklists/find', run)).toEqual([]);
  });

  test('what was answered and written is nowhere in the database in clear', async () => {
    const own = teams.personalChat(teams.person('caseworker-1'));
    const [rules] = bot.desk.ruleSets.filter(({ id }) => id === 'tilbud-varde');
    const rest = (rules?.questions ?? []).filter(({ id }) => !(id in secret));
    const others = rest.map(({ id, options, min }) => [`q_${id}`, options[0] ?? min ?? '2017-01-01']);
    await own.send(execute('answer', { run, seen: {}, ...Object.fromEntries(others) }));
    const sent = await own.send(dialog('submit', 'decide', { run, kind: 'sent', send: true, words }));
    await bot.quiet();
    expect((await bot.desk.store.find(tenant, run))?.decisions[0]?.words, text(sent)).toBe(words);
    await bot.writeAudit();
    await sql`checkpoint`.execute(bot.store.db);
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public'`.execute(bot.store.db);
    const rows = await Promise.all(
      tables.rows.map(({ name }) => sql`select row_to_json(t)::text as row from ${sql.table(name)} t`.execute(bot.store.db)),
    );
    const clear = text(rows.map((each) => each.rows));
    expect(clear).toContain('24/40');
    expect(clear).not.toMatch(new RegExp(`ledighedsydelse|${words}`, 'iu'));
    const { rows: versions } = await sql<{ value: string }>`select value from run_answer where run_id = ${run}`.execute(
      bot.store.db,
    );
    expect(versions.every(({ value }) => /^[0-9a-f]{8}\.[\w-]{30,}$/u.test(value))).toBe(true);
    if (bot.store.folder !== null) expect(bytesIn(bot.store.folder)).toEqual([]);
    expect(await firstBrokenAuditLine(bot.store.db, tenant)).toBeNull();
  });

  async function refusals() {
    await bot.writeAudit();
    const { rows } = await sql<Record<'tenant_id' | 'actor' | 'action' | 'subject', string>>`
      select tenant_id, actor, action, subject from audit where action = 'access-refused' order by at, number`.execute(
      bot.store.db,
    );
    return rows;
  }
});

/** The files of a folder that hold a secret in clear. */
function bytesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => ['ledighedsydelse', words].some((one) => readFileSync(path).includes(one)));
}
