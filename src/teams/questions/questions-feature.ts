import { z } from 'zod';
import { sectionDialog } from '../../cards/questions/citation-data.ts';
import { helpCard, helpVerb, welcomeCard } from '../../cards/questions/guide-cards.ts';
import { askVerb } from '../../cards/questions/no-answer-cards.ts';
import { sectionCard } from '../../cards/questions/section-card.ts';
import type { Language } from '../../domain/language/texts.ts';
import type { Dispatcher } from '../turn/dispatch.ts';
import type { Feature } from '../turn/feature.ts';
import { noReply, type Reply, replyHere } from '../turn/reply.ts';
import type { CardActionRequest, DialogRequest, EventRequest, FeedbackRequest } from '../turn/request.ts';
import { ask } from './ask.ts';
import type { QuestionContext } from './context.ts';

const askData = z.object({ question: z.string().default('') });
const helpData = z.object({ language: z.enum(['da', 'en']) });
const offset = z.int().nonnegative().nullable().default(null);
const sectionData = z.object({ document: z.string().max(200), section: z.string().max(500), start: offset, end: offset });
const mostFeedback = 2_000;

/** Answers what is no command of another feature. */
export function answerQuestions(context: QuestionContext): Dispatcher['ask'] {
  return (request) => ask(context, request, request.text);
}

/** Questions in Teams besides the asking itself: help, options that are pressed, sections, feedback, and the welcome. */
export function questionsFeature(context: QuestionContext): Feature {
  return {
    name: 'questions',
    commands: [
      {
        name: 'questions/help',
        read: ({ text }) => (context.helpWords.includes(plainWords(text)) ? {} : null),
        run: async ({ language }) => {
          const texts = context.texts[language];
          return replyHere({ card: helpIn(context, language), summary: texts('cards.help-summary') });
        },
      },
    ],
    cardActions: {
      [askVerb]: (request) => pressQuestion(context, request),
      [helpVerb]: async (request) => showHelp(context, request),
    },
    dialogs: { [sectionDialog]: (request) => showSection(context, request) },
    onFeedback: (request) => keepFeedback(context, request),
    onEvent: async (request) => welcome(context, request),
  };
}

/** An option or an example: asked as if it had been typed. The card stays, the answer follows it. */
async function pressQuestion(context: QuestionContext, request: CardActionRequest): Promise<Reply> {
  const read = askData.safeParse(request.data);
  return ask(context, request, read.success ? read.data.question : '');
}

/** The help in the other language takes the card's place. */
function showHelp(context: QuestionContext, request: CardActionRequest): Reply {
  const read = helpData.safeParse(request.data);
  const language = read.success ? read.data.language : request.language;
  const card = helpIn(context, language);
  if (request.via === 'execute') return { answer: { kind: 'card', card }, messages: [] };
  return replyHere({ card, summary: context.texts[language]('cards.help-summary') });
}

function helpIn({ texts }: QuestionContext, language: Language) {
  return helpCard(texts[language], language === 'da' ? 'en' : 'da');
}

async function showSection(context: QuestionContext, request: DialogRequest): Promise<Reply> {
  if (request.kind === 'dialog-submit') return { answer: { kind: 'dialog-closed' }, messages: [] };
  const { tenantId, objectId } = request.person;
  const texts = context.texts[request.language];
  const refuse = (code: 'forbidden' | 'not-found', key: string): Reply => ({
    answer: { kind: 'error', code, message: texts(key) },
    messages: [],
  });
  if (objectId === null) return refuse('forbidden', 'questions.guest');
  const read = sectionData.safeParse(request.data);
  const view = read.success ? await context.findSection(tenantId, read.data) : null;
  if (view === null) return refuse('not-found', 'questions.section-gone');
  const document = view.document.id;
  context.audit.note({ tenantId, actor: objectId, action: 'section-viewed', subject: `document:${document}`, details: {} });
  const card = sectionCard(view, texts);
  return { answer: { kind: 'dialog', title: texts('questions.section-title'), card, size: 'large' }, messages: [] };
}

/** A thumb is kept with its words and the question that the message answered; a guest's is thanked for and dropped. */
async function keepFeedback(context: QuestionContext, request: FeedbackRequest): Promise<Reply> {
  const { tenantId, objectId } = request.person;
  if (objectId === null) return noReply;
  const { reaction, messageId } = request;
  const id = context.makeId();
  const question = messageId === null ? null : context.memory.questionOf(tenantId, messageId);
  const feedback = { id, objectId, reaction, text: request.text.slice(0, mostFeedback), question: question ?? '', messageId };
  const audit = { tenantId, actor: objectId, action: 'feedback-given', subject: `feedback:${id}`, details: { reaction } };
  await context.feedback.save(tenantId, feedback, { activityId: request.activityId, audit });
  return noReply;
}

/** Once where the bot is added to a team or group; the personal chat has its prompt starters, and an update is no arrival. */
function welcome({ texts }: QuestionContext, { kind, place, language }: EventRequest): Reply {
  if (kind !== 'members-added' || place.kind === 'personal') return noReply;
  return replyHere({ card: welcomeCard(texts[language]), summary: texts[language]('cards.welcome-summary') });
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[?!.,:]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
