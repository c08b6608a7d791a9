import type { AnswerResult } from '../../domain/answer/answer-result.ts';
import type { Texts } from '../../domain/language/texts.ts';
import type { Card } from '../card.ts';
import { answerCard, answerSummary, type ChartLink } from './answer-card.ts';
import { askBackCard, nearestCard, notFoundCard } from './no-answer-cards.ts';

/** A card and what its notification says. */
export interface CardMessage {
  readonly card: Card;
  readonly summary: string;
}

/** The card for whatever a question came to. */
export function questionReply(result: AnswerResult, texts: Texts, linkOf?: ChartLink): CardMessage {
  switch (result.kind) {
    case 'answer':
      return { card: answerCard(result, texts, linkOf), summary: answerSummary(result, texts) };
    case 'nearest':
      return { card: nearestCard(result, texts), summary: texts('cards.nearest-summary') };
    case 'not-found':
      return { card: notFoundCard(result, texts), summary: texts('cards.not-found-summary') };
    case 'ask-back':
      return { card: askBackCard(result, texts), summary: texts('cards.ask-back-summary') };
  }
}
