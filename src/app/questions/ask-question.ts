import type { AnswerResult } from '../../domain/answer/answer-result.ts';
import type { Library } from '../../domain/answer/library.ts';
import type { Person } from '../access/person.ts';
import type { AuditTrail } from '../audit.ts';
import type { AnswerFrom } from './answer-memory.ts';

/** What questions are answered with. */
export interface QuestionDesk {
  readonly library: Library;
  readonly answer: AnswerFrom;
  readonly audit: AuditTrail;
  /** The municipality that answers where a question names none. */
  readonly municipality: string | null;
}

/** Answers a person's question, with the earlier ones of the conversation. That it was asked is noted, its words are not. */
export function askQuestion(
  { library, answer, audit, municipality }: QuestionDesk,
  { tenantId, objectId }: Person,
  question: { readonly text: string; readonly context: readonly string[] },
): AnswerResult {
  const result = answer(library, { ...question, municipality });
  const document = 'citations' in result ? result.citations[0]?.document.id : undefined;
  const subject = document === undefined ? 'question' : `document:${document}`;
  const details = { answered: result.kind, isFollowUp: question.context.length > 0 };
  audit.note({ tenantId, actor: objectId ?? 'guest', action: 'question-asked', subject, details });
  return result;
}
