import type { Answers } from '../answers.ts';
import type { RuleSet } from '../rule-set.ts';

/** What can be wrong with a rule set. */
export type RuleFaultKind =
  | 'overlapping-periods'
  | 'gap-between-periods'
  | 'period-ends-before-it-begins'
  | 'unreachable-row'
  | 'shadowed-row'
  | 'dangling-id'
  | 'duplicate-id'
  | 'unused-question'
  | 'missing-source'
  | 'quote-not-in-source'
  | 'impossible-range'
  | 'impossible-comparison'
  | 'visibility-cycle'
  | 'deadline-without-base'
  | 'unreachable-question'
  | 'missing-text';

/** A fault that keeps a rule set from being used: where, what, and an example where one can be given. */
export interface RuleFault {
  readonly kind: RuleFaultKind;
  readonly ruleSet: RuleSet;
  /** The part's own id: a row's, a question's, a deadline's. */
  readonly part: string;
  /** Where it stands in the rule set's data, to find its line. */
  readonly path: readonly PropertyKey[];
  readonly what: string;
  readonly example: string;
}

/** Answers in one line: `a_rehab=nej, a_kan_deltage=ja`. */
export function writtenAnswers(answers: Answers): string {
  const written = Object.entries(answers).map(([id, value]) => `${id}=${typeof value === 'object' ? value.join('+') : value}`);
  return written.length === 0 ? 'no answers' : written.join(', ');
}

/** A text as quotations are compared: runs of white space count as one. */
export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
