import type { Person } from '../../app/access/person.ts';
import type { AuditTrail } from '../../app/audit.ts';
import type { ShownSection, WantedSection } from '../../app/questions/find-section.ts';
import type { FeedbackStore } from '../../app/questions/ports.ts';
import type { ChartLink } from '../../cards/questions/answer-card.ts';
import type { AnswerResult } from '../../domain/answer/answer-result.ts';
import type { TextsByLanguage } from '../../domain/language/texts.ts';
import type { QuestionMemory } from './question-memory.ts';

/** What the questions in Teams are wired with. */
export interface QuestionContext {
  /** Answers a person's question, with the earlier ones of the conversation, oldest first. */
  readonly answer: (
    person: Person,
    question: { readonly text: string; readonly context: readonly string[] },
  ) => Promise<AnswerResult>;
  /** Null where there is no such document or section. */
  readonly findSection: (tenantId: string, wanted: WantedSection) => Promise<ShownSection | null>;
  readonly feedback: FeedbackStore;
  readonly memory: QuestionMemory;
  readonly audit: AuditTrail;
  readonly texts: TextsByLanguage;
  readonly helpWords: readonly string[];
  readonly makeId: () => string;
  /** Where a chart is fetched as a picture; null where it has no address. */
  readonly chartLink: ChartLink;
}
