import type { CaseDecision, RunAnswer } from '../../app/checklists/ports.ts';
import { outcomesIn, type RunState } from '../../app/checklists/show-run.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { readPlainDate } from '../../domain/calendar/plain-date.ts';
import type { Language, Texts } from '../../domain/language/texts.ts';
import { type AnswerValue, dontKnow } from '../../domain/rules/answers.ts';
import { answerWord, wordFor } from '../../domain/rules/describe/words.ts';
import { type DecisionTable, isUndecided, type Question, type RuleSet } from '../../domain/rules/rule-set.ts';
import { dayText, instantText } from '../words/day.ts';

/** What every presenter of runs is given besides the run. */
export interface RunView {
  readonly texts: Texts;
  readonly language: Language;
  readonly nameOf: (objectId: string) => string;
  readonly caseLink: (caseReference: string) => string | null;
  /** A document's title by its file; the file's own name where it is not known. */
  readonly titleOf: (file: string) => string;
  readonly today: PlainDate;
  readonly at: number;
  /** The conversation's queue has further cases. */
  readonly hasNext: boolean;
  /** The run of the queue's case that is worked on: it may be parked. */
  readonly current: string | null;
}

/** What the cards' buttons ask for. */
export const runVerbs = {
  answer: 'checklists/answer',
  back: 'checklists/back',
  view: 'checklists/view',
  start: 'checklists/start',
  share: 'checklists/share',
  follow: 'checklists/follow',
  close: 'checklists/close',
  next: 'checklists/next',
  park: 'checklists/park',
} as const;

/** The dialogs that open over a run's card. */
export const runDialogs = {
  decide: 'checklists/decide',
  earlier: 'checklists/earlier-deadlines',
  close: 'checklists/close-run',
  why: 'checklists/why',
  whatIf: 'checklists/what-if',
  journal: 'checklists/journal',
} as const;

export function executes(verb: string, title: string, data: object): object {
  return { type: 'Action.Execute', verb, title, data };
}

/** Ends an open run without a decision: for whoever may decide it. */
export function closes({ run, mayDecide }: RunState, { texts }: RunView): readonly object[] {
  if (!mayDecide || run.isTrial) return [];
  return [opens(runDialogs.close, texts('checklists.close-open'), { run: run.id })];
}

export function opens(dialog: string, title: string, data: object): object {
  return { type: 'Action.Submit', title, data: { msteams: { type: 'task/fetch' }, dialog, ...data } };
}

/** An answer as a person reads it. */
export function answerText(ruleSet: RuleSet, question: Question, value: AnswerValue | null, view: RunView): string {
  // An optional question that was passed over is recorded as not known; nobody said so.
  if (value === dontKnow) return view.texts(question.isRequired ? 'rules.ved_ikke' : 'checklists.not-given');
  const day = question.type === 'date' && typeof value === 'string' ? readPlainDate(value) : null;
  return day === null ? answerWord(ruleSet, question, value, view.texts) : dayText(day, view.language);
}

/** What a person must know of the rules before reading on: a trial, or rules of another time. */
export function labelOf(ruleSet: RuleSet, isTrial: boolean, { texts }: RunView): string {
  const parts = [
    isTrial ? texts('checklists.trial') : '',
    ruleSet.standing === 'current' ? '' : texts(`checklists.label-${ruleSet.standing}`, { period: ruleSet.period }),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** The answers in the order in which they are asked, each with its question; what is no longer asked says that it does not count. */
export function answersInOrder(
  { run, ruleSet, counted }: RunState,
  view: RunView,
): readonly { readonly text: string; readonly by: RunAnswer }[] {
  return ruleSet.questions.flatMap((question) => {
    const by = run.answers.find((one) => one.question === question.id);
    if (by === undefined) return [];
    const text = `${question.text} ${answerText(ruleSet, question, by.value, view)}`;
    return [{ text: question.id in counted ? text : view.texts('checklists.not-counted', { answer: text }), by }];
  });
}

/** What was decided, by whom and when, in words; then reason, legal basis and receipt. */
export function decisionLines(decision: CaseDecision, ruleSet: RuleSet, { texts, language }: RunView): readonly string[] {
  const { kind, outcome, reason, words, legalBasis, byName, at, receipt, proposed } = decision;
  const decided = outcomesIn(outcome);
  // Where the checklist left it to a person, and what it proposed beside it stands, nothing was departed from.
  const isChosen = proposed.some(isUndecided) && proposed.every((code) => isUndecided(code) || decided.includes(code));
  const did = kind === 'departed' && isChosen ? 'chosen' : kind;
  return [
    texts(`checklists.decision-${did}`, { name: byName, time: instantText(at, language) }),
    ...(decided.length === 0 ? [] : [texts('checklists.decided', { outcome: decidedText(decided, ruleSet, texts) })]),
    ...(reason === null ? [] : [texts(`checklists.reason-${reason}`)]),
    ...(words === null ? [] : [words]),
    ...(legalBasis === null ? [] : [texts('checklists.legal-basis-line', { basis: legalBasis })]),
    texts('checklists.receipt', { ruleSet: receipt.ruleSet, engine: receipt.engineVersion }),
  ];
}

/** The field of a decision form in which a table's outcome is chosen. */
export function outcomeField({ tables }: RuleSet, { id }: DecisionTable): string {
  return tables.length === 1 ? 'outcome' : `outcome_${id}`;
}

/** What a table decides, where a rule set has several. */
export function tableTitle({ texts }: RuleSet, { id }: DecisionTable): string {
  return texts[id] ?? id;
}

/** What was decided; of a rule set with several tables, part by part. */
function decidedText(decided: readonly string[], ruleSet: RuleSet, texts: Texts): string {
  const words = (codes: readonly string[]) => codes.map((code) => wordFor(ruleSet, code, texts)).join(', ');
  if (ruleSet.tables.length === 1) return words(decided);
  return ruleSet.tables
    .map((table) => {
      const own = decided.filter((code) => table.rows.some((row) => row.outcome === code || row.candidates.includes(code)));
      return `${tableTitle(ruleSet, table)}: ${own.length === 0 ? texts('checklists.none-chosen') : words(own)}`;
    })
    .join('; ');
}
