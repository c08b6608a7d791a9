import type { PlainDate } from '../calendar/plain-date.ts';
import type { Condition } from './condition.ts';

/** Whether a rule set is in force, was once, or was only recommended or sent out for consultation. */
export type RuleSetStanding = 'current' | 'historical' | 'recommended';

/** What kind of answer a question takes. */
export type QuestionType = 'choice' | 'multi' | 'number' | 'date';

/** One question of a checklist. @da spørgsmål */
export interface Question {
  readonly id: string;
  readonly type: QuestionType;
  readonly text: string;
  readonly help: string | null;
  /** The answers that may be chosen; empty for numbers and days. */
  readonly options: readonly string[];
  /** What an option is called here where the rule set's texts say something else. */
  readonly labels: Readonly<Record<string, string>>;
  readonly isRequired: boolean;
  readonly min: number | null;
  readonly max: number | null;
  readonly isWhole: boolean;
  /** Null: asked always. */
  readonly visibleWhen: Condition | null;
}

/** One row of a decision table: when it fires, what it says, and where that stands. @da række */
export interface Row {
  readonly id: string;
  readonly when: Condition;
  /** The public code; `menneskelig_vurdering`, alone or with `:REASON`, is a person's to decide. @da udfald */
  readonly outcome: string;
  readonly reasons: readonly string[];
  /** Reasons given only where the comparison with that question is what made the row fire. */
  readonly reasonsByQuestion: Readonly<Record<string, string>>;
  readonly candidates: readonly string[];
  readonly scope: readonly string[];
  readonly responsible: readonly string[];
  readonly opensChecklist: string | null;
  readonly nextSteps: readonly string[];
  readonly deadlines: readonly string[];
  readonly quote: string;
  readonly source: string;
}

/** Rows read from the top, the first that fits alone (`first`) or all that fit (`collect`). */
export interface DecisionTable {
  readonly id: string;
  readonly hit: 'first' | 'collect';
  readonly defaultSuggestion: string | null;
  readonly rows: readonly Row[];
}

/** From what a deadline's day comes. */
export type DeadlineDay =
  | { readonly kind: 'absolute'; readonly date: PlainDate }
  | { readonly kind: 'window'; readonly from: PlainDate; readonly to: PlainDate }
  | { readonly kind: 'relative'; readonly base: string; readonly unit: 'days' | 'months'; readonly count: number }
  | { readonly kind: 'given'; readonly base: string };

/** A deadline that follows from the answers. @da frist */
export interface RuleDeadline {
  readonly id: string;
  readonly day: DeadlineDay;
  readonly when: Condition | null;
  /** The outcomes with which it is shown; null where the firing row or its condition alone decides. */
  readonly appliesTo: readonly string[] | null;
  /** The question whose day meets it. */
  readonly metBy: string | null;
  readonly sourceWords: string | null;
  readonly unitInSource: string | null;
  readonly assumption: string | null;
  readonly ambiguity: string | null;
  readonly note: string | null;
  readonly quote: string | null;
  readonly source: string;
}

/** What the caseworker is warned of. A warning never changes the outcome. */
export interface RuleWarning {
  readonly id: string;
  readonly when: Condition;
  readonly appliesTo: readonly string[] | null;
  readonly text: string;
  readonly quote: string | null;
  readonly source: string;
}

/** From the first day to the last; null is open. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** A municipality's rules on one subject, in one version: questions, tables, deadlines and warnings as data. @da regelsæt, tjekliste */
export interface RuleSet {
  /** The public id of the checklist; all versions share it. */
  readonly id: string;
  readonly version: string;
  readonly municipality: string;
  readonly subject: string;
  readonly title: string;
  readonly valid: Period;
  readonly period: string;
  readonly standing: RuleSetStanding;
  readonly source: string;
  readonly lawNote: string;
  readonly laws: readonly string[];
  readonly humanDecides: readonly string[];
  readonly questions: readonly Question[];
  readonly tables: readonly DecisionTable[];
  readonly deadlines: readonly RuleDeadline[];
  readonly warnings: readonly RuleWarning[];
  /** What the codes are called: options, outcomes, reasons, deadlines. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The code of an outcome that a person decides. */
export const humanDecision = 'menneskelig_vurdering';
/** The code where answers are missing. */
export const missingAnswers = 'mangler_oplysninger';
/** The reason where no row fits. */
export const noRuleFits = 'INGEN_REGEL_PASSER';

/** Whether an outcome is a person's to decide. */
export function isHumanDecision(outcome: string): boolean {
  return outcome === humanDecision || outcome.startsWith(`${humanDecision}:`);
}

/** Whether the checklist proposes nothing: answers are missing, or it is a person's to decide. */
export function isUndecided(outcome: string): boolean {
  return outcome === missingAnswers || isHumanDecision(outcome);
}

/** A rule set's own name, one for each version: `triage-horsens@2017`. */
export function ruleSetKey(ruleSet: Pick<RuleSet, 'id' | 'version'>): string {
  return `${ruleSet.id}@${ruleSet.version}`;
}

/** The checklist of a version's name: `triage-horsens`. */
export function checklistOf(key: string): string {
  return key.split('@')[0] ?? key;
}
