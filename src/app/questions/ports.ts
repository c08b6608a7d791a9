import type { ImportedDocument } from '../../domain/source/imported-document.ts';
import type { Change, ChangeOutcome } from '../change.ts';

/** What a person thought of an answer, with the question it answered. Question and words are encrypted where they are kept. */
export interface Feedback {
  readonly id: string;
  readonly objectId: string;
  readonly reaction: 'like' | 'dislike';
  readonly text: string;
  readonly question: string;
  readonly messageId: string | null;
}

/** Keeps feedback; the same activity twice is one feedback. */
export interface FeedbackStore {
  readonly save: (tenantId: string, feedback: Feedback, change: Change) => Promise<ChangeOutcome>;
  /** Newest first. */
  readonly list: (tenantId: string, most: number) => Promise<readonly Feedback[]>;
}

/** What an import did to a document: a file of the same name is replaced. */
export type ImportOutcome = 'new' | 'replaced' | 'unchanged';

/** Keeps the municipality's own documents, one a file name. */
export interface DocumentStore {
  readonly all: (tenantId: string) => Promise<readonly ImportedDocument[]>;
  readonly save: (tenantId: string, imported: ImportedDocument, change: Change) => Promise<ImportOutcome>;
}

/** Which activities have been handled, over restarts and replicas. */
export interface ActivityLog {
  /** True the first time, false for the same activity and action again. A change with an audit line uses `Change` instead. */
  readonly isFirst: (tenantId: string, activityId: string, action: string) => Promise<boolean>;
  /** Forgets what no retry can bring any more; returns how many. */
  readonly forgetOlderThan: (days: number) => Promise<number>;
}

/** A tenant's own settings, small JSON values by name. */
export interface SettingStore {
  readonly read: (tenantId: string, name: string) => Promise<unknown>;
  readonly write: (tenantId: string, name: string, value: unknown, change: Change) => Promise<ChangeOutcome>;
}
