import { afterAll, beforeAll, expect, test } from 'vitest';
import { actionIn } from '../../src/tryout/chat/card-actions.ts';
import type { Json } from '../../src/tryout/json.ts';
import type { StandIn } from '../../src/tryout/stand-in.ts';
import { cardFaults } from '../support/check-card.ts';
import { startChecklistBot } from '../support/checklist-bot.ts';
import { pressCounter } from '../support/press-counter.ts';

let bot: Awaited<ReturnType<typeof startChecklistBot>>;
let teams: StandIn;
beforeAll(async () => {
  bot = await startChecklistBot();
  teams = bot.teams;
  // Who has written to the bot once can be written to.
  for (const key of ['caseworker-1', 'caseworker-2', 'professional-leader']) await chatOf(key).say('tjeklister');
});
afterAll(() => bot.close());
const tenant = '5d1f6a2e-0000-4000-8000-00000000c0de';
const chatOf = (key: string) => teams.personalChat(teams.person(key));
const own = (key: string) => pressCounter(bot, chatOf(key));
const cards = (key: string) =>
  chatOf(key)
    .messages()
    .flatMap(({ card, id }) => (card === null ? [] : [{ id, text: JSON.stringify(card), card }]));
const runOf = async (reference: string) => (await bot.desk.store.runsOfCase(tenant, reference))[0];
const unclear: Json = {
  a_maalgruppe: 'ja',
  a_kan_deltage: 'nej',
  a_rehab: 'fleksjob',
  a_aktiveret: 'nej',
  a_aarsag: 'begge',
  a_rehabplan_igang: 'ja',
};
const group1: Json = { a_maalgruppe: 'ja', a_kan_deltage: 'ja', a_rehab: 'nej', a_aktiveret: 'nej' };

test('a case that is sent on reaches the professional leader with the words, and the decision reaches the person whose case it is', async () => {
  const berit = own('caseworker-1');
  const message = await berit.say('triage 24/301');
  await berit.answer(message, unclear);
  const send = actionIn(chatOf('caseworker-1').cardOf(message), 'Send til faglig leder');
  await berit.press(message, 'Send til faglig leder');
  expect(JSON.stringify(chatOf('caseworker-1').dialog()?.card)).toContain('"title":"Send"');
  await berit.submitDialog({ words: 'Begge grupper passer' });
  expect(chatOf('caseworker-1').notice()).toBe('Sagen er sendt til faglig leder.');
  if (send === null) throw new Error('it cannot be sent');
  await chatOf('caseworker-1').pressAction(message, send);
  await berit.submitDialog({ words: 'Igen' });
  expect(chatOf('caseworker-1').notice()).toBe('Sagen er allerede sendt til faglig leder.');
  const sent = cards('professional-leader').at(-1);
  expect(sent?.text).toMatch(
    /sendt til dig som faglig leder.*Sendt til faglig leder af Berit Holm\. Begge grupper passer.*sag 24\/301/,
  );
  expect(await cardFaults(sent?.card ?? {})).toEqual([]);
  const mette = own('professional-leader');
  await mette.press(sent?.id ?? '', 'Åbn');
  expect(mette.text(sent?.id ?? '')).toMatch(/Begge grupper passer.*Vælg og begrund/);
  await mette.press(sent?.id ?? '', 'Vælg og begrund');
  await mette.submitDialog({ outcome: 'gruppe_3', reason: 'professional-judgement', words: 'Sagen taler for det' });
  expect((await runOf('24/301'))?.decisions.map(({ kind }) => kind)).toEqual(['sent', 'departed']);
  const told = cards('caseworker-1').at(-1);
  expect(told?.text).toMatch(
    /afsluttet med en beslutning.*sag 24\/301.*besluttede efter egen vurdering den.*Besluttet: Gruppe 3.*Journaltekst/,
  );
  expect(await cardFaults(told?.card ?? {})).toEqual([]);
  // Her older card still offers to decide: she is told that it was done, and it is moved on.
  await berit.press(message, 'Vælg og begrund');
  await berit.submitDialog({ outcome: 'gruppe_2', reason: 'professional-judgement', words: 'For sent' });
  expect(chatOf('caseworker-1').notice()).toBe('Der er besluttet i sagen imens.');
  expect(berit.text(message)).toContain('afsluttet med en beslutning');
});

test('an answer that changes while the decision is written keeps what was written', async () => {
  const berit = own('caseworker-1');
  const message = await berit.say('triage 24/302');
  await berit.answer(message, group1);
  const run = (await runOf('24/302'))?.id ?? '';
  const change = (value: string, version: number) =>
    chatOf('caseworker-1').pressAction(message, {
      ...{ type: 'Action.Execute', title: '', verb: 'checklists/answer' },
      data: { run, seen: { a_kan_deltage: version }, q_a_kan_deltage: value },
    });
  await berit.press(message, 'Beslut noget andet');
  await change('nej', 1);
  const decision = { outcome: 'gruppe_2', reason: 'professional-judgement', words: 'Omhyggeligt skrevet' };
  await berit.submitDialog(decision);
  expect(JSON.stringify(chatOf('caseworker-1').dialog()?.card)).toMatch(/Der mangler svar.*Omhyggeligt skrevet/);
  await change('ja', 2);
  await berit.submitDialog(decision);
  expect(JSON.stringify(chatOf('caseworker-1').dialog()?.card)).toMatch(/Et svar er ændret.*Omhyggeligt skrevet/);
  await berit.submitDialog(decision);
  expect((await runOf('24/302'))?.state).toBe('decided');
});

test('nobody follows a proposal that they have not seen: an answer that came since is shown first', async () => {
  const berit = own('caseworker-1');
  const message = await berit.say('triage 24/307');
  await berit.answer(message, group1);
  const old = actionIn(chatOf('caseworker-1').cardOf(message), 'checklists/follow');
  const run = (await runOf('24/307'))?.id ?? '';
  await chatOf('caseworker-1').pressAction(message, {
    ...{ type: 'Action.Execute', title: '', verb: 'checklists/answer' },
    data: { run, seen: { a_kan_deltage: 1 }, q_a_kan_deltage: 'nej' },
  });
  await berit.press(message, 'checklists/answer', { q_a_aarsag: 'begge' });
  if (old === null) throw new Error('nothing to follow');
  await chatOf('caseworker-1').pressAction(message, old);
  expect(berit.text(message)).toMatch(/Et svar er ændret, siden du så resultatet.*Gruppe 3 kan overvejes/);
  expect((await runOf('24/307'))?.state).toBe('open');
  await berit.press(message, 'checklists/follow');
  expect((await runOf('24/307'))?.decisions).toMatchObject([{ kind: 'followed', outcome: 'gruppe_3' }]);
});

test('what is decided in a meeting reaches its caseworker with case, journal text and the way to the next checklist, and nobody else', async () => {
  const berit = pressCounter(bot, teams.meeting(teams.person('caseworker-1')));
  const message = await berit.press(await berit.say('triage 24/303'), 'checklists/share');
  await berit.answer(message, { ...unclear, a_rehab: 'nej' });
  await berit.press(message, 'checklists/follow');
  expect(JSON.stringify(teams.messages.find(message)?.card)).not.toMatch(/24\/303|Gruppe/);
  const told = cards('caseworker-1').at(-1);
  expect(told?.text).toMatch(/sag 24\/303.*Berit Holm fulgte forslaget.*Åbn næste tjekliste.*Journaltekst/);
  for (const key of ['caseworker-2', 'professional-leader'])
    expect(cards(key).filter(({ text }) => text.includes('24/303'))).toEqual([]);
  const exemption = await own('caseworker-1').press(told?.id ?? '', 'Åbn næste tjekliste');
  expect(own('caseworker-1').text(exemption)).toMatch(/Fritagelse[^"]*sag 24\/303/);
});

test('an open checklist is closed without a decision after a question, by whoever may decide it', async () => {
  const berit = own('caseworker-1');
  const message = await berit.say('triage 24/304');
  await berit.press(message, 'Luk uden beslutning');
  expect(JSON.stringify(chatOf('caseworker-1').dialog()?.card)).toContain('ingen beslutning');
  expect((await runOf('24/304'))?.state).toBe('open');
  const close = {
    type: 'Action.Submit',
    title: '',
    verb: null,
    data: { msteams: { type: 'task/fetch' }, dialog: 'checklists/close-run' },
  };
  const data = { ...close.data, run: (await runOf('24/304'))?.id, send: true };
  await chatOf('caseworker-2').pressAction(message, { ...close, data });
  expect((await runOf('24/304'))?.state).toBe('open');
  await berit.submitDialog({});
  expect(berit.text(message)).toContain('Tjeklisten er lukket');
  expect((await runOf('24/304'))?.state).toBe('closed');
  const done = await berit.say('triage 24/305');
  await berit.answer(done, group1);
  await berit.press(done, 'Luk uden beslutning');
  await berit.submitDialog({});
  expect((await runOf('24/305'))?.state).toBe('closed');
  expect(berit.text(await berit.say('mine tjeklister'))).not.toMatch(/24\/30[45]/);
});

test('a part of which nothing is known is left undecided, and what is proposed beside a choice is no departure', async () => {
  const berit = own('caseworker-1');
  const message = await berit.say('tilbud 24/308');
  await berit.answer(message, {
    ...{
      t_maalgruppe: 'ved_ikke',
      t_lovpligtigt: 'nej',
      t_lille_svingende: 'ja',
      t_egen_kompetence: 'nej',
      t_meningsfuldt: 'ja',
    },
    ...{ t_kan_selv: 'nej', t_lov_tilsiger_ekstern: 'nej' },
  });
  expect(berit.text(message)).toMatch(/Retning: Der mangler oplysninger.*Mangler svar/);
  await berit.press(message, 'Beslut noget andet');
  await berit.submitDialog({ reason: 'local-practice', words: 'Vi har kompetencen', outcome_leverandoer: 'intern' });
  expect((await runOf('24/308'))?.decisions[0]?.outcome).toMatch(/intern$/);
  const other = await berit.say('tilbud 24/309');
  await berit.answer(other, {
    ...{
      t_maalgruppe: 'forsikret',
      t_lovpligtigt: 'nej',
      t_lille_svingende: 'ja',
      t_egen_kompetence: 'nej',
      t_meningsfuldt: 'ja',
    },
    ...{ t_kan_selv: 'nej', t_alder: 28, t_har_uddannelse: 'nej', t_ledig_fra: '2017-08-01', t_lov_tilsiger_ekstern: 'nej' },
  });
  await berit.press(other, 'Vælg og begrund');
  const { card } = chatOf('caseworker-1').dialog() ?? {};
  const proposed = /"id":"outcome_retning".*?"value":"([^"]*)"/.exec(JSON.stringify(card))?.[1] ?? '';
  await berit.submitDialog({
    reason: 'professional-judgement',
    words: 'Drøftet',
    outcome_retning: `${proposed},uddannelsespaalaeg`,
  });
  expect(berit.text(await berit.say('journaltekst 24/309'))).toContain('besluttede efter egen vurdering');
});

test('of a checklist with several parts each is decided, and what is left as proposed is kept', async () => {
  const berit = own('caseworker-1');
  const message = await berit.say('tilbud 24/306');
  await berit.answer(message, {
    ...{
      t_maalgruppe: 'forsikret',
      t_lovpligtigt: 'nej',
      t_lille_svingende: 'ja',
      t_egen_kompetence: 'nej',
      t_meningsfuldt: 'ja',
    },
    ...{ t_kan_selv: 'nej', t_alder: 40, t_ledig_fra: '2017-08-01', t_loentilskud_fra: '', t_lov_tilsiger_ekstern: 'nej' },
  });
  expect(berit.text(message)).toMatch(/Prioritet: .*Leverandør: Ekstern leverandør.*Retning: /);
  await berit.press(message, 'Beslut noget andet');
  const form = JSON.stringify(chatOf('caseworker-1').dialog()?.card);
  expect(form).toMatch(/"id":"outcome_leverandoer".*"value":"ekstern"/);
  expect(await cardFaults(chatOf('caseworker-1').dialog()?.card)).toEqual([]);
  const why = { reason: 'local-practice', words: 'Vi har fået kompetencen' };
  await berit.submitDialog(why);
  expect(JSON.stringify(chatOf('caseworker-1').dialog()?.card)).toContain('Vælg, hvad du beslutter');
  await berit.submitDialog({ ...why, outcome_leverandoer: 'intern' });
  const decision = (await runOf('24/306'))?.decisions[0];
  expect(decision?.outcome?.split(',')).toEqual(decision?.proposed.map((code) => (code === 'ekstern' ? 'intern' : code)));
  expect(berit.text(await berit.say('journaltekst 24/306'))).toMatch(
    /Besluttet: Prioritet: [^"]*; Leverandør: Internt tilbud; Retning: /,
  );
});
