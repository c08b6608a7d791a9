import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Answers, AnswerValue } from '../../domain/rules/answers.ts';
import type { Change, ChangeOutcome } from '../change.ts';
import type { DeadlineToSave } from '../deadlines/ports.ts';

/** The standing answer to a question: versions count its changes, so that two people who answer at once do not overwrite each other. */
export interface RunAnswer {
  readonly question: string;
  readonly version: number;
  readonly value: AnswerValue;
  /** Entra object id of who answered. */
  readonly by: string;
  readonly at: number;
}

/** What a person decided in a case, with everything that it stood on. */
export interface CaseDecision {
  readonly kind: 'followed' | 'departed' | 'sent';
  /** What the checklist proposed. */
  readonly proposed: readonly string[];
  /** What the person decided; empty where the case was sent on. */
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly words: string | null;
  readonly legalBasis: string | null;
  readonly by: string;
  readonly byName: string;
  readonly at: number;
  /** The ids of the deadlines that it set going; empty in what was recorded before they were noted. */
  readonly deadlines: readonly string[];
  readonly receipt: {
    readonly ruleSet: string;
    readonly engineVersion: string;
    readonly asOf: PlainDate;
    readonly answers: Answers;
  };
}

/** Where a run's card stands, confirmed by who put it there. */
export interface SharedAt {
  readonly conversationId: string;
  readonly messageId: string | null;
}

/** A checklist filled for a case: its answers in order, who gave them, and what was decided. */
export interface Run {
  readonly id: string;
  readonly caseReference: string;
  /** The rule set's version, `triage-horsens@2017`: kept for the run's life. */
  readonly ruleSet: string;
  readonly asOf: PlainDate;
  readonly owner: string;
  /** A version that was not adopted is only tried: no decision, no register, no reminder. */
  readonly isTrial: boolean;
  readonly startedAt: number;
  readonly state: 'open' | 'decided' | 'closed';
  /** Counts what came to the run: steps, decisions, and where its card stands. */
  readonly revision: number;
  readonly answers: readonly RunAnswer[];
  readonly decisions: readonly CaseDecision[];
  readonly sharedAt: readonly SharedAt[];
}

/** What a new run is made of; its answers are those that were given once for the whole queue. */
export type NewRun = Pick<Run, 'id' | 'caseReference' | 'ruleSet' | 'asOf' | 'owner' | 'isTrial' | 'startedAt' | 'answers'> & {
  /** The conversation in which it is shared from the start; null for one of the person's own. */
  readonly sharedIn: string | null;
};

/** The answers of one step, and the conversation in which they were given. */
export interface AnswersToAdd {
  readonly runId: string;
  readonly conversationId: string;
  readonly answers: readonly RunAnswer[];
}

/** What became of a step: the questions whose answer was recorded, and the run and the conversation's queue afterwards. */
export interface AddedAnswers {
  readonly outcome: ChangeOutcome;
  readonly recorded: readonly string[];
  readonly run: Run | null;
  readonly queue: CaseQueue | null;
}

/** Keeps runs. Everything is of one tenant; answers and free text are sealed. */
export interface RunStore {
  /** Starts a run and takes its case off the queue, both or neither: `conflict` where the queue was changed since. */
  readonly start: (tenantId: string, run: NewRun, queue: CaseQueue | null, change: Change) => Promise<ChangeOutcome>;
  readonly find: (tenantId: string, id: string) => Promise<Run | null>;
  /** The run as this process saw it last: what it is, but perhaps not what stands on it now. */
  readonly lastSeen: (tenantId: string, id: string) => Run | null;
  /** The runs of these people, the newest first. */
  readonly runsOf: (tenantId: string, owners: readonly string[], states: readonly Run['state'][]) => Promise<readonly Run[]>;
  readonly runsOfCase: (tenantId: string, caseReference: string) => Promise<readonly Run[]>;
  /** The runs that were shared in a conversation and are open, or were decided since a time. */
  readonly sharedIn: (tenantId: string, conversationId: string, since: number) => Promise<readonly Run[]>;
  /** Runs whose last decision sent them to the professional leader. */
  readonly sentOn: (tenantId: string) => Promise<readonly Run[]>;
  /** Each answer is recorded where nobody answered its question first. Refused once the run is no longer open. */
  readonly addAnswers: (tenantId: string, step: AnswersToAdd, change: Change) => Promise<AddedAnswers>;
  /** The decision and its deadlines, all or nothing; `conflict` where somebody decided, or an answer came in since. */
  readonly decide: (
    tenantId: string,
    seen: Pick<Run, 'id' | 'answers' | 'decisions'>,
    decision: CaseDecision,
    deadlines: readonly DeadlineToSave[],
    change: Change,
  ) => Promise<ChangeOutcome>;
  /** Closes an open run without a decision. */
  readonly close: (tenantId: string, runId: string, change: Change) => Promise<ChangeOutcome>;
  readonly share: (tenantId: string, runId: string, conversationId: string, change: Change) => Promise<ChangeOutcome>;
  readonly markPosted: (tenantId: string, runId: string, at: SharedAt) => Promise<void>;
}

/** A case of a queue. */
export interface QueuedCase {
  readonly caseReference: string;
  readonly state: 'waiting' | 'parked' | 'taken';
  readonly runId: string | null;
  /** Who laid it in; the queue's owner in what was laid in before it was noted. */
  readonly owner?: string;
}

/** Cases that a meeting works through. */
export interface CaseQueue {
  readonly id: string;
  readonly conversationId: string;
  readonly checklist: string;
  readonly owner: string;
  readonly revision: number;
  readonly cases: readonly QueuedCase[];
  /** What holds for every case, answered once. */
  readonly common: readonly RunAnswer[];
  /** How many people were in the conversation when somebody confirmed that they see the cases; null where nobody did. */
  readonly shownTo: number | null;
  /** The run of the case that is worked on. */
  readonly current: string | null;
}

/** Keeps queues of cases: one in a conversation, carried over until it is worked through. */
export interface QueueStore {
  readonly queueIn: (tenantId: string, conversationId: string) => Promise<CaseQueue | null>;
  /** Refused with `conflict` where the queue's revision is another. */
  readonly saveQueue: (tenantId: string, queue: CaseQueue, change: Change) => Promise<ChangeOutcome>;
}
