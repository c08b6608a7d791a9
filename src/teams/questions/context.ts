import type { AuditTrail } from '../../app/audit.ts';
import type { FeedbackStore } from '../../app/questions/ports.ts';
import type { SectionView } from '../../cards/questions/section-card.ts';
import type { AnswerResult } from '../../domain/answer/answer-result.ts';
import type { TextsByLanguage } from '../../domain/language/texts.ts';
import type { QuestionMemory } from './question-memory.ts';

/** A question as a person of a tenant asks it, with the earlier ones of the conversation, oldest first. */
export interface AskedInTeams {
  readonly tenantId: string;
  readonly question: string;
  readonly context: readonly string[];
}

/** Which section of which document is to be shown, with the stretch to mark; nothing of it is believed. */
export interface WantedSection {
  readonly tenantId: string;
  readonly document: string;
  readonly section: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** What the questions in Teams are wired with. */
export interface QuestionContext {
  readonly answer: (asked: AskedInTeams) => Promise<AnswerResult>;
  /** Null where the document is not imported, or has no such section. */
  readonly findSection: (wanted: WantedSection) => Promise<SectionView | null>;
  readonly feedback: FeedbackStore;
  readonly memory: QuestionMemory;
  readonly audit: AuditTrail;
  readonly texts: TextsByLanguage;
  readonly helpWords: readonly string[];
  readonly makeId: () => string;
}
