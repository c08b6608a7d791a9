import { plainDate } from '../../../src/domain/calendar/plain-date.ts';
import type { Condition } from '../../../src/domain/rules/condition.ts';
import type { DecisionTable, Question, Row, RuleDeadline, RuleSet, RuleWarning } from '../../../src/domain/rules/rule-set.ts';

/** A question with what a test does not say left plain. */
export function question(id: string, rest: Partial<Question> = {}): Question {
  const plain = {
    type: 'choice',
    text: id,
    help: null,
    options: ['ja', 'nej', 'ved_ikke'],
    labels: {},
    isRequired: true,
  } as const;
  return { id, ...plain, min: null, max: null, isWhole: false, visibleWhen: null, ...rest };
}

/** A row with what a test does not say left empty. */
export function row(id: string, when: Condition, outcome: string, rest: Partial<Row> = {}): Row {
  const empty = { reasons: [], reasonsByQuestion: {}, candidates: [], scope: [], responsible: [], nextSteps: [], deadlines: [] };
  return { id, when, outcome, ...empty, opensChecklist: null, quote: 'q', source: 's.txt', ...rest };
}

/** A deadline with what a test does not say left empty. */
export function deadline(id: string, day: RuleDeadline['day'], rest: Partial<RuleDeadline> = {}): RuleDeadline {
  const empty = { sourceWords: null, unitInSource: null, assumption: null, ambiguity: null, note: null, quote: null };
  return { id, day, when: null, appliesTo: null, metBy: null, ...empty, source: 's.txt', ...rest };
}

/** A rule set of one table. */
export function ruleSet(questions: readonly Question[], rows: readonly Row[], rest: Partial<RuleSet> = {}): RuleSet {
  const table: DecisionTable = { id: 'table', hit: 'first', defaultSuggestion: null, rows };
  const warnings: readonly RuleWarning[] = [];
  return {
    ...{
      id: 'set',
      version: '1',
      municipality: 'Horsens',
      subject: 'set',
      title: 'Set',
      period: '2020',
      standing: 'current' as const,
    },
    ...{ valid: { from: plainDate('2020-01-01'), to: null }, source: 's.txt', lawNote: 'note', laws: [], humanDecides: ['all'] },
    ...{ questions, tables: [table], deadlines: [], warnings, texts: {}, ...rest },
  };
}

export const is = (name: string, value: string | number): Condition => ({ kind: 'is', question: name, value });
export const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of });
export const any = (...of: readonly Condition[]): Condition => ({ kind: 'any', of });
export const not = (of: Condition): Condition => ({ kind: 'not', of });
