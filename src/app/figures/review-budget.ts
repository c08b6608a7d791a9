import type { SpendingLine } from '../../domain/budget/follow-up/spending.ts';
import { partsOf } from '../../domain/calendar/plain-date.ts';
import type { Person } from '../access/person.ts';
import type { AuditTrail } from '../audit.ts';
import type { Asking } from '../deadlines/change-deadline.ts';
import type { BudgetReview, BudgetReviewStore } from './ports.ts';

/** What the budget follow-up is given. */
export interface ReviewDesk {
  readonly store: BudgetReviewStore;
  readonly audit: AuditTrail;
  readonly hasPersonalNumber: (text: string) => boolean;
}

export type ReviewStep =
  | { readonly kind: 'shown'; readonly review: BudgetReview }
  | { readonly kind: 'none' }
  | { readonly kind: 'personal-number' }
  | { readonly kind: 'not-allowed' };

const mayEnter = ['team-leader', 'secretary', 'administrator'] as const;
const maySee = [...mayEnter, 'professional-leader'] as const;

/** Takes in frames and spending as a draft of the last full month; nothing is shown to others before it is confirmed. */
export async function enterSpending(
  desk: ReviewDesk,
  asking: Asking & { readonly at: number },
  id: string,
  lines: readonly SpendingLine[],
): Promise<ReviewStep> {
  const { person, today, activityId, at } = asking;
  if (!isOneOf(person, mayEnter) || person.objectId === null) return refused(desk, person);
  if (lines.some(({ unit }) => desk.hasPersonalNumber(unit))) return { kind: 'personal-number' };
  const { year: thisYear, month } = partsOf(today);
  const [year, throughMonth] = month === 1 ? [thisYear - 1, 12] : [thisYear, month - 1];
  const review = { id, year, throughMonth, lines, state: 'draft', enteredBy: person.objectId, enteredAt: at } as const;
  await desk.store.add(person.tenantId, review, { activityId, audit: auditLine(person, 'budget-entered', id) });
  return { kind: 'shown', review };
}

/** Confirms the month that a draft is of: from now on it is the tenant's latest. */
export async function keepReview(
  desk: ReviewDesk,
  { person, activityId }: Asking,
  id: string,
  of: Pick<BudgetReview, 'year' | 'throughMonth'>,
): Promise<ReviewStep> {
  const review = await desk.store.find(person.tenantId, id);
  if (!isOneOf(person, mayEnter) || review === null || (review.state === 'draft' && review.enteredBy !== person.objectId))
    return refused(desk, person);
  if (review.state === 'draft')
    await desk.store.keep(person.tenantId, id, of, { activityId, audit: auditLine(person, 'budget-kept', id) });
  return shown(await desk.store.find(person.tenantId, id));
}

/** The latest follow-up that was confirmed. */
export async function latestReview(desk: ReviewDesk, { person }: Pick<Asking, 'person'>): Promise<ReviewStep> {
  return isOneOf(person, maySee) ? shown(await desk.store.latest(person.tenantId)) : refused(desk, person);
}

function shown(review: BudgetReview | null): ReviewStep {
  return review === null ? { kind: 'none' } : { kind: 'shown', review };
}

function isOneOf({ objectId, roles }: Person, wanted: readonly Person['roles'][number][]): boolean {
  return objectId !== null && wanted.some((role) => roles.includes(role));
}

function refused(desk: ReviewDesk, person: Person): ReviewStep {
  desk.audit.note(auditLine(person, 'access-refused', 'budget'));
  return { kind: 'not-allowed' };
}

function auditLine({ tenantId, objectId }: Person, action: string, subject: string) {
  return { tenantId, actor: objectId ?? 'anonymous', action, subject: `budget:${subject}`, details: {} };
}
