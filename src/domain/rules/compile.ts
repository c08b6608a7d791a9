import { addMonths, type PlainDate } from '../calendar/plain-date.ts';
import type { AnswerValue } from './answers.ts';
import type { Comparison, Condition } from './condition.ts';
import type { Question, RuleSet } from './rule-set.ts';

/** Kleene's three values in their order: `all` takes the least, `any` the greatest, `not` turns them round. */
export type Truth = 0 | 1 | 2;
export const no = 0 satisfies Truth;
export const unknown = 1 satisfies Truth;
export const yes = 2 satisfies Truth;

/** What a condition reads of a case, questions by their place in the rule set. */
export interface Reading {
  readonly asOf: PlainDate;
  readonly visibleAt: (at: number) => Truth;
  /** The answer as given, visible or not; null where there is none or "ved ikke". */
  readonly givenAt: (at: number) => AnswerValue | null;
}

/** A condition made ready: evaluating it looks nothing up. */
export type Test = (reading: Reading) => Truth;

/** A rule set made ready for being read many times. */
export interface Compiled {
  readonly questions: readonly Question[];
  readonly placeOf: (id: string) => number | undefined;
  readonly testOf: (condition: Condition) => Test;
}

const known = new WeakMap<RuleSet, Compiled>();

/** Makes a rule set ready, once. */
export function compiled(ruleSet: RuleSet): Compiled {
  const ready = known.get(ruleSet) ?? compile(ruleSet);
  known.set(ruleSet, ready);
  return ready;
}

function compile({ questions }: RuleSet): Compiled {
  const places = new Map(questions.map(({ id }, at) => [id, at]));
  const tests = new WeakMap<Condition, Test>();
  const placeOf = (id: string) => places.get(id);
  const testOf = (condition: Condition): Test => {
    const ready = tests.get(condition) ?? build(condition);
    tests.set(condition, ready);
    return ready;
  };
  const build = (condition: Condition): Test => {
    switch (condition.kind) {
      case 'all':
        return leastOf(condition.of.map(testOf));
      case 'any':
        return greatestOf(condition.of.map(testOf));
      case 'not': {
        const test = testOf(condition.of);
        return (reading) => (yes - test(reading)) as Truth;
      }
      case 'is':
      case 'in':
      case 'includes':
      case 'number':
      case 'date-before-as-of':
      case 'months-after':
        return valueTest(placeOf(condition.question), condition);
      case 'answered':
      case 'unknown':
        return presenceTest(questions, placeOf(condition.question), condition.kind);
      case 'date-before':
        return orderTest(placeOf(condition.question), placeOf(condition.later));
    }
  };
  return { questions, placeOf, testOf };
}

function leastOf(tests: readonly Test[]): Test {
  return (reading) => {
    let least: Truth = yes;
    for (const test of tests) {
      const truth = test(reading);
      if (truth === no) return no;
      if (truth < least) least = truth;
    }
    return least;
  };
}

function greatestOf(tests: readonly Test[]): Test {
  return (reading) => {
    let greatest: Truth = no;
    for (const test of tests) {
      const truth = test(reading);
      if (truth === yes) return yes;
      if (truth > greatest) greatest = truth;
    }
    return greatest;
  };
}

function valueTest(at: number | undefined, comparison: ValueComparison): Test {
  if (at === undefined) return () => no;
  return (reading) => {
    const visible = reading.visibleAt(at);
    if (visible !== yes) return visible;
    const value = reading.givenAt(at);
    return value === null ? unknown : holds(comparison, value, reading.asOf) ? yes : no;
  };
}

function presenceTest(questions: readonly Question[], at: number | undefined, kind: 'answered' | 'unknown'): Test {
  if (at === undefined) return () => no;
  if (kind === 'unknown') return (reading) => (reading.visibleAt(at) === yes && reading.givenAt(at) === null ? yes : no);
  const unanswered = questions[at]?.isRequired === false ? no : unknown;
  return (reading) => {
    const visible = reading.visibleAt(at);
    return visible !== yes ? visible : reading.givenAt(at) === null ? unanswered : yes;
  };
}

function orderTest(earlier: number | undefined, later: number | undefined): Test {
  if (earlier === undefined || later === undefined) return () => no;
  return (reading) => {
    const visible = Math.min(reading.visibleAt(earlier), reading.visibleAt(later)) as Truth;
    if (visible !== yes) return visible;
    const [one, other] = [reading.givenAt(earlier), reading.givenAt(later)];
    return one === null || other === null ? unknown : one < other ? yes : no;
  };
}

type ValueComparison = Exclude<Comparison, { kind: 'answered' | 'unknown' | 'date-before' }>;

/** Whether a known answer meets a comparison. */
export function holds(comparison: ValueComparison, value: AnswerValue, asOf: PlainDate): boolean {
  switch (comparison.kind) {
    case 'is':
      return value === comparison.value;
    case 'in':
      return typeof value !== 'object' && comparison.values.includes(value);
    case 'includes':
      return typeof value === 'object' && value.includes(comparison.value);
    case 'number':
      return typeof value === 'number' && meets(value, comparison.operator, comparison.value);
    case 'date-before-as-of':
      return value < asOf;
    case 'months-after':
      return asOf >= addMonths(value as PlainDate, comparison.months) === (comparison.side === 'on-or-after');
  }
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
