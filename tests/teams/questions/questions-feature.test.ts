import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Person } from '../../../src/app/access/person.ts';
import type { AuditEntry } from '../../../src/app/audit.ts';
import type { Feedback } from '../../../src/app/questions/ports.ts';
import { readTexts } from '../../../src/content/texts.ts';
import { readQuestionWords } from '../../../src/content/words/read-question-words.ts';
import type { AnswerResult } from '../../../src/domain/answer/answer-result.ts';
import type { SourceDocument } from '../../../src/domain/source/source.ts';
import type { HttpServer } from '../../../src/http/server.ts';
import { createQuestionMemory } from '../../../src/teams/questions/question-memory.ts';
import { answerQuestions, questionsFeature } from '../../../src/teams/questions/questions-feature.ts';
import { type StandIn, startStandIn } from '../../../src/tryout/stand-in.ts';
import { startBot } from '../../support/bot.ts';

const document: SourceDocument = {
  id: 'aalborg-2016',
  file: 'aalborg.txt',
  municipality: 'Aalborg',
  title: 'Aktiveringsprincipper',
  body: null,
  datedOn: null,
  year: 2016,
  caseNumber: null,
  standing: 'adopted',
};
const text = 'Borgeren skal mødes af en samlet plan.';
const found: AnswerResult = {
  ...{ kind: 'answer', question: '', municipality: 'Aalborg', year: 2016, standing: 'adopted' },
  ...{
    text: { key: 'cards.quotation', values: { quote: text } },
    value: null,
    computation: null,
    notes: [],
    table: [],
    frame: null,
  },
  citations: [{ document, section: 'Princip 4', quote: text, span: { start: 0, end: text.length } }],
};
const options = ['Hvad siger princip 4 i Aalborg?', 'Hvad siger princip 4 i Varde?'];
const asked: { readonly text: string; readonly context: readonly string[] }[] = [];
const kept: Feedback[] = [];
const noted: AuditEntry[] = [];
const context = {
  answer: async (_person: Person, one: { readonly text: string; readonly context: readonly string[] }): Promise<AnswerResult> => {
    asked.push(one);
    return one.text === 'princip 4' ? { kind: 'ask-back', question: one.text, head: 'princip 4', options } : found;
  },
  findSection: async (_tenantId: string, { document: id }: { readonly document: string }) =>
    id === document.id ? { document, headingPath: [], heading: 'Princip 4', text, mark: { start: 0, end: 8 } } : null,
  feedback: {
    save: async (_tenantId: string, one: Feedback) => {
      kept.push(one);
      return 'changed' as const;
    },
    list: async () => kept,
  },
  memory: createQuestionMemory(Date.now),
  audit: { note: (entry: AuditEntry) => void noted.push(entry) },
  texts: readTexts(),
  helpWords: readQuestionWords().help,
  chartLink: () => null,
  makeId: () => `feedback-${kept.length}`,
};
let bot: HttpServer;
let teams: StandIn;
beforeAll(async () => {
  bot = await startBot({ features: [questionsFeature(context)], ask: answerQuestions(context) });
  teams = await startStandIn({ botUrl: `${bot.url}/api/messages` });
});
afterAll(async () => {
  await teams.close();
  await bot.close(500);
});
afterEach(() => {
  for (const list of [asked, kept, noted]) list.length = 0;
});
const chatOf = (key: string) => teams.personalChat(teams.person(key));
const lastOf = (key: string) => {
  const last = chatOf(key).last();
  if (last === undefined) throw new Error('Nothing was said');
  return last;
};

test('a question gets its answer card, and a summary without its words', async () => {
  await chatOf('caseworker-1').say('Hvad siger princip 4 for sag 24/1187?');
  const { card, summary, activity } = lastOf('caseworker-1');
  expect(JSON.stringify(card)).toContain('samlet plan');
  expect(summary).toBe('Svar med kilde fra Aalborg');
  expect(activity).toMatchObject({ channelData: { feedbackLoop: { type: 'default' } } });
});

test('a follow-up is asked with the earlier questions of the same person and conversation alone', async () => {
  await chatOf('caseworker-2').say('Hvad siger princip 4?');
  await teams.channel(teams.person('caseworker-2')).say('Og princip 5?');
  await chatOf('team-leader').say('Og princip 6?');
  await chatOf('caseworker-2').say('Og i 2017?');
  expect(asked.map(({ context: earlier }) => earlier)).toEqual([[], [], [], ['Hvad siger princip 4?']]);
});

test('an option of what was asked back is asked when it is pressed, and its answer follows the card', async () => {
  await chatOf('secretary').say('princip 4');
  const back = lastOf('secretary');
  await chatOf('secretary').press(back.id, `Spørg: ${options[1]}`);
  expect(asked.at(-1)).toMatchObject({ text: options[1], context: ['princip 4'] });
  const { conversationId } = chatOf('secretary');
  const answer = await teams.waitFor((one) => one.conversationId === conversationId && one.summary?.startsWith('Svar') === true);
  expect(JSON.stringify(answer.card)).toContain('samlet plan');
});

test('a CPR number is refused, and the rest of the text is asked when it is sent again', async () => {
  await chatOf('caseworker-1').say('Må 010203-1234 fritages?');
  expect(asked).toEqual([]);
  await chatOf('caseworker-1').press(lastOf('caseworker-1').id, 'Send teksten uden nummeret', {
    question: 'Må borgeren fritages?',
  });
  expect(asked).toMatchObject([{ text: 'Må borgeren fritages?' }]);
});

test('the section of a citation opens in a dialog, and one that is not there is told kindly', async () => {
  await chatOf('caseworker-1').say('Hvad siger princip 4?');
  await chatOf('caseworker-1').press(lastOf('caseworker-1').id, 'Vis afsnit');
  expect(JSON.stringify(chatOf('caseworker-1').dialog())).toContain('Princip 4');
  expect(noted).toMatchObject([{ action: 'section-viewed', subject: 'document:aalborg-2016' }]);
  const data = { dialog: 'questions/section', document: 'gone', section: 'x' };
  const answer = await chatOf('caseworker-1').send({ type: 'invoke', name: 'task/fetch', value: { data } });
  expect(JSON.stringify(answer.body)).toContain('Afsnittet kan ikke vises');
});

test('a thumb is kept with the question that the message answered', async () => {
  await chatOf('administrator').say('Hvad siger princip 4?');
  const { status } = await chatOf('administrator').feedback(lastOf('administrator').id, 'dislike', 'forkert år');
  expect(status).toBe(200);
  expect(kept).toMatchObject([{ reaction: 'dislike', text: 'forkert år', question: 'Hvad siger princip 4?' }]);
});

test.each(['Hjælp!', 'help', 'Hej', 'hvad kan du?'])('"%s" shows what the bot can do and is no question', async (words) => {
  await chatOf('professional-leader').say(words);
  expect(lastOf('professional-leader').summary).toBe('Hjælp til Rettesnor');
  expect(asked).toEqual([]);
});

test('help takes the place of help in the other language', async () => {
  await chatOf('professional-leader').say('hjælp');
  const { id } = lastOf('professional-leader');
  await chatOf('professional-leader').press(id, 'In English');
  expect(JSON.stringify(chatOf('professional-leader').cardOf(id))).toContain('What I can help with');
});

test('a guest may see the help but is not answered', async () => {
  await chatOf('guest').say('Hvad siger princip 4?');
  expect([lastOf('guest').text, asked]).toEqual([expect.stringContaining('gæst'), []]);
  await chatOf('guest').say('hjælp');
  expect(lastOf('guest').card).not.toBeNull();
});

test('a group is welcomed once when the bot arrives, and the personal chat not at all', async () => {
  const group = teams.groupChat(teams.person('secretary'));
  await group.install();
  await group.send({ type: 'installationUpdate', action: 'add-upgrade' });
  expect(group.messages().map(({ summary }) => summary)).toEqual(['Rettesnor er klar til spørgsmål']);
  const before = chatOf('caseworker-2').messages().length;
  await chatOf('caseworker-2').install();
  expect(chatOf('caseworker-2').messages()).toHaveLength(before);
});

test('an endless question is told its limit and not asked', async () => {
  await chatOf('caseworker-1').say('hvad '.repeat(400));
  expect([lastOf('caseworker-1').text, asked]).toEqual([expect.stringContaining('1000'), []]);
});
