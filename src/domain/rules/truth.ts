import { addMonths, type PlainDate } from '../calendar/plain-date.ts';
import type { Answers, AnswerValue } from './answers.ts';
import { dontKnow } from './answers.ts';
import type { Comparison, Condition } from './condition.ts';
import type { Question, RuleSet } from './rule-set.ts';

/** Kleene's three values in their order: `all` takes the least, `any` the greatest, `not` turns them round. */
export type Truth = 0 | 1 | 2;
export const no = 0 satisfies Truth;
export const unknown = 1 satisfies Truth;
export const yes = 2 satisfies Truth;

/** What is true of one case on one day. */
export interface CaseView {
  readonly ruleSet: RuleSet;
  readonly asOf: PlainDate;
  readonly truthOf: (condition: Condition | null) => Truth;
  /** Whether a question is asked: unknown where that hangs on an answer that is missing. */
  readonly visibility: (question: string) => Truth;
  /** The answer that counts: none where the question is not visible, unanswered, or answered "ved ikke". */
  readonly known: (question: string) => AnswerValue | null;
  /** The visible questions that make a condition unknown, as a set of ids. */
  readonly unknownIn: (condition: Condition | null) => ReadonlySet<string>;
}

const indexes = new WeakMap<RuleSet, ReadonlyMap<string, Question>>();

/** A rule set's question by its id. */
export function questionById(ruleSet: RuleSet, id: string): Question | null {
  let index = indexes.get(ruleSet);
  if (index === undefined) {
    index = new Map(ruleSet.questions.map((question) => [question.id, question]));
    indexes.set(ruleSet, index);
  }
  return index.get(id) ?? null;
}

/** Reads a case: a missing answer and "ved ikke" are unknown, never "nej". */
export function viewCase(ruleSet: RuleSet, answers: Answers, asOf: PlainDate): CaseView {
  return new View(ruleSet, answers, asOf);
}

class View implements CaseView {
  readonly ruleSet: RuleSet;
  readonly asOf: PlainDate;
  readonly #answers: Answers;
  readonly #visible = new Map<string, Truth>();

  constructor(ruleSet: RuleSet, answers: Answers, asOf: PlainDate) {
    this.ruleSet = ruleSet;
    this.asOf = asOf;
    this.#answers = answers;
  }

  readonly truthOf = (condition: Condition | null): Truth => {
    if (condition === null) return yes;
    switch (condition.kind) {
      case 'all':
        return this.#least(condition.of);
      case 'any':
        return this.#greatest(condition.of);
      case 'not':
        return (2 - this.truthOf(condition.of)) as Truth;
      case 'is':
      case 'in':
      case 'includes':
      case 'number':
      case 'answered':
      case 'unknown':
      case 'date-before-as-of':
      case 'date-before':
      case 'months-after':
        return this.#compare(condition);
    }
  };

  readonly visibility = (id: string): Truth => {
    const seen = this.#visible.get(id);
    if (seen !== undefined) return seen;
    const question = questionById(this.ruleSet, id);
    // A question that hangs on itself is never asked; the verification refuses such a set.
    this.#visible.set(id, no);
    const truth = question === null ? no : this.truthOf(question.visibleWhen);
    this.#visible.set(id, truth);
    return truth;
  };

  readonly known = (id: string): AnswerValue | null => (this.visibility(id) === yes ? this.#given(id) : null);

  readonly unknownIn = (condition: Condition | null): ReadonlySet<string> => {
    const found = new Set<string>();
    this.#collectUnknown(condition, found);
    return found;
  };

  #given(id: string): AnswerValue | null {
    const value = this.#answers[id];
    return value === undefined || value === dontKnow ? null : value;
  }

  #least(conditions: readonly Condition[]): Truth {
    let least: Truth = yes;
    for (const condition of conditions) {
      const truth = this.truthOf(condition);
      if (truth === no) return no;
      if (truth < least) least = truth;
    }
    return least;
  }

  #greatest(conditions: readonly Condition[]): Truth {
    let greatest: Truth = no;
    for (const condition of conditions) {
      const truth = this.truthOf(condition);
      if (truth === yes) return yes;
      if (truth > greatest) greatest = truth;
    }
    return greatest;
  }

  #compare(comparison: Comparison): Truth {
    const visible = this.visibility(comparison.question);
    if (comparison.kind === 'unknown') return visible === yes && this.#given(comparison.question) === null ? yes : no;
    if (visible !== yes) return visible;
    const value = this.#given(comparison.question);
    if (comparison.kind === 'answered') return value !== null ? yes : this.#isRequired(comparison.question) ? unknown : no;
    if (comparison.kind === 'date-before') return this.#before(value, comparison.later);
    return value === null ? unknown : holds(comparison, value, this.asOf) ? yes : no;
  }

  #isRequired(id: string): boolean {
    return questionById(this.ruleSet, id)?.isRequired ?? true;
  }

  #before(earlier: AnswerValue | null, laterId: string): Truth {
    const visible = this.visibility(laterId);
    if (visible !== yes) return visible;
    const later = this.#given(laterId);
    return earlier === null || later === null ? unknown : earlier < later ? yes : no;
  }

  #collectUnknown(condition: Condition | null, found: Set<string>): void {
    if (condition === null || this.truthOf(condition) !== unknown) return;
    if (condition.kind === 'all' || condition.kind === 'any') {
      for (const part of condition.of) this.#collectUnknown(part, found);
    } else if (condition.kind === 'not') this.#collectUnknown(condition.of, found);
    else {
      this.#collectQuestion(condition.question, found);
      if (condition.kind === 'date-before') this.#collectQuestion(condition.later, found);
    }
  }

  #collectQuestion(id: string, found: Set<string>): void {
    const visible = this.visibility(id);
    if (visible === unknown) this.#collectUnknown(questionById(this.ruleSet, id)?.visibleWhen ?? null, found);
    else if (visible === yes && this.#given(id) === null) found.add(id);
  }
}

type ValueComparison = Exclude<Comparison, { kind: 'answered' | 'unknown' | 'date-before' }>;

/** Whether a known answer meets a comparison. */
export function holds(comparison: ValueComparison, value: AnswerValue, asOf: PlainDate): boolean {
  switch (comparison.kind) {
    case 'is':
      return value === comparison.value;
    case 'in':
      return !isSeveral(value) && comparison.values.includes(value);
    case 'includes':
      return isSeveral(value) && value.includes(comparison.value);
    case 'number':
      return typeof value === 'number' && meets(value, comparison.operator, comparison.value);
    case 'date-before-as-of':
      return value < asOf;
    case 'months-after':
      return asOf >= addMonths(value as PlainDate, comparison.months) === (comparison.side === 'on-or-after');
  }
}

function isSeveral(value: AnswerValue): value is readonly string[] {
  return typeof value === 'object';
}

function meets(value: number, operator: 'lt' | 'lte' | 'gt' | 'gte', limit: number): boolean {
  switch (operator) {
    case 'lt':
      return value < limit;
    case 'lte':
      return value <= limit;
    case 'gt':
      return value > limit;
    case 'gte':
      return value >= limit;
  }
}
