import type { PlainDate } from '../calendar/plain-date.ts';
import { type Answers, type AnswerValue, dontKnow } from './answers.ts';
import { type Compiled, compiled, no, type Reading, type Truth, unknown, yes } from './compile.ts';
import { type Condition, questionsOf } from './condition.ts';
import type { Question, RuleSet } from './rule-set.ts';

/** What is true of one case on one day. */
export interface CaseView {
  readonly ruleSet: RuleSet;
  readonly asOf: PlainDate;
  truthOf(condition: Condition | null): Truth;
  /** Whether a question is asked: unknown where that hangs on an answer that is missing. */
  visibility(question: string): Truth;
  /** The answer that counts: none where the question is not visible, unanswered, or answered "ved ikke". */
  known(question: string): AnswerValue | null;
  /** The visible questions that make a condition unknown, as a set of ids. */
  unknownIn(condition: Condition | null): ReadonlySet<string>;
}

/** A rule set's question by its id. */
export function questionById(ruleSet: RuleSet, id: string): Question | null {
  const { questions, placeOf } = compiled(ruleSet);
  return questions[placeOf(id) ?? -1] ?? null;
}

/** Reads a case: a missing answer and "ved ikke" are unknown, never "nej". */
export function viewCase(ruleSet: RuleSet, answers: Answers, asOf: PlainDate): CaseView {
  return new View(ruleSet, answers, asOf);
}

/** The answers that count: those of questions that are still asked. The others stay with the run, and count again should they be. */
export function countedAnswers(ruleSet: RuleSet, answers: Answers, asOf: PlainDate): Answers {
  const view = viewCase(ruleSet, answers, asOf);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => view.visibility(id) === yes));
}

class View implements CaseView, Reading {
  readonly ruleSet: RuleSet;
  readonly asOf: PlainDate;
  readonly #compiled: Compiled;
  readonly #answers: Answers;
  readonly #visible: (Truth | undefined)[] = [];

  constructor(ruleSet: RuleSet, answers: Answers, asOf: PlainDate) {
    this.ruleSet = ruleSet;
    this.asOf = asOf;
    this.#compiled = compiled(ruleSet);
    this.#answers = answers;
  }

  truthOf(condition: Condition | null): Truth {
    return condition === null ? yes : this.#compiled.testOf(condition)(this);
  }

  visibility(id: string): Truth {
    const at = this.#compiled.placeOf(id);
    return at === undefined ? no : this.visibleAt(at);
  }

  known(id: string): AnswerValue | null {
    const at = this.#compiled.placeOf(id);
    return at !== undefined && this.visibleAt(at) === yes ? this.givenAt(at) : null;
  }

  unknownIn(condition: Condition | null): ReadonlySet<string> {
    const found = new Set<string>();
    this.#collectUnknown(condition, found);
    return found;
  }

  visibleAt(at: number): Truth {
    const seen = this.#visible[at];
    if (seen !== undefined) return seen;
    // A question that hangs on itself is never asked; the verification refuses such a set.
    this.#visible[at] = no;
    const truth = this.truthOf(this.#compiled.questions[at]?.visibleWhen ?? null);
    this.#visible[at] = truth;
    return truth;
  }

  givenAt(at: number): AnswerValue | null {
    const value = this.#answers[this.#compiled.questions[at]?.id ?? ''];
    return value === undefined || value === dontKnow ? null : value;
  }

  #collectUnknown(condition: Condition | null, found: Set<string>): void {
    if (condition === null || this.truthOf(condition) !== unknown) return;
    if (condition.kind === 'all' || condition.kind === 'any') {
      for (const part of condition.of) this.#collectUnknown(part, found);
    } else if (condition.kind === 'not') this.#collectUnknown(condition.of, found);
    else for (const id of questionsOf(condition)) this.#collectQuestion(id, found);
  }

  #collectQuestion(id: string, found: Set<string>): void {
    const visible = this.visibility(id);
    if (visible === unknown) this.#collectUnknown(questionById(this.ruleSet, id)?.visibleWhen ?? null, found);
    else if (visible === yes && this.known(id) === null) found.add(id);
  }
}
