import { type CardMessage, questionReply } from '../../cards/questions/question-reply.ts';
import type { AnswerResult } from '../../domain/answer/answer-result.ts';
import type { Texts } from '../../domain/language/texts.ts';
import { type Reply, replyHere } from '../turn/reply.ts';
import type { Turn } from '../turn/request.ts';
import type { QuestionContext } from './context.ts';

const mostCharacters = 1_000;

/** Answers a question with its card, where it was asked. Everybody of the organisation may ask; a guest may not. */
export async function ask(context: QuestionContext, turn: Turn, typed: string): Promise<Reply> {
  const texts = context.texts[turn.language];
  const question = typed.trim();
  const { tenantId, objectId } = turn.person;
  const say = (text: string) => replyHere({ text, summary: texts('questions.short-summary') });
  if (objectId === null) {
    context.audit.note({ tenantId, actor: 'guest', action: 'access-refused', subject: 'question', details: {} });
    return say(texts('questions.guest'));
  }
  if (question === '') return say(texts('questions.empty'));
  if (question.length > mostCharacters) return say(texts('questions.too-long', { most: mostCharacters }));
  const { conversationId } = turn.place;
  const earlier = context.memory.earlier(tenantId, conversationId, objectId);
  const result = await context.answer(turn.person, { text: question, context: earlier });
  context.memory.remember(tenantId, conversationId, objectId, question);
  const content = { ...cardOf(result, texts, context), wantsFeedback: result.kind !== 'ask-back' };
  const onSent = async (messageId: string) => context.memory.noteSent(tenantId, messageId, question);
  return { answer: { kind: 'none' }, messages: [{ kind: 'post', to: { kind: 'here' }, content, onSent }] };
}

const cards = new WeakMap<AnswerResult, Map<Texts, CardMessage>>();

/** The card of an answer in a language: laid out once, however many ask. */
function cardOf(result: AnswerResult, texts: Texts, { chartLink }: QuestionContext): CardMessage {
  const known = cards.get(result) ?? new Map<Texts, CardMessage>();
  cards.set(result, known);
  const card = known.get(texts) ?? questionReply(result, texts, chartLink);
  known.set(texts, card);
  return card;
}
