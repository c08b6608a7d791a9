import type { Spending } from '../../domain/budget/follow-up/spending.ts';
import type { FigureDecision } from '../../domain/budget/proposal/proposal.ts';
import type { Change, ChangeOutcome } from '../change.ts';

/** A budget follow-up as kept: a draft is seen by whoever entered it, until its month is confirmed. */
export interface BudgetReview extends Spending {
  readonly id: string;
  readonly state: 'draft' | 'kept';
  /** Entra object id. */
  readonly enteredBy: string;
  readonly enteredAt: number;
}

/** Keeps budget follow-ups. Everything is of one tenant. */
export interface BudgetReviewStore {
  readonly find: (tenantId: string, id: string) => Promise<BudgetReview | null>;
  /** The kept one of the latest month, the one entered last where there are several. */
  readonly latest: (tenantId: string) => Promise<BudgetReview | null>;
  readonly add: (tenantId: string, review: BudgetReview, change: Change) => Promise<ChangeOutcome>;
  /** Confirms a draft for its month; `conflict` where it is none any more. */
  readonly keep: (
    tenantId: string,
    id: string,
    of: Pick<BudgetReview, 'year' | 'throughMonth'>,
    change: Change,
  ) => Promise<ChangeOutcome>;
}

/** What people decided on the numbers of imported documents. */
export interface FigureDecisionStore {
  readonly all: (tenantId: string) => Promise<readonly FigureDecision[]>;
  /** The newest decision on a number stands. */
  readonly save: (tenantId: string, decisions: readonly FigureDecision[], change: Change) => Promise<ChangeOutcome>;
}
