import type { Condition } from '../condition.ts';
import type { RuleSet } from '../rule-set.ts';

/** A part of a rule set with a condition, and where it stands. */
export interface ConditionedPart {
  readonly kind: 'question' | 'row' | 'deadline' | 'warning';
  readonly id: string;
  readonly path: readonly PropertyKey[];
  readonly when: Condition | null;
}

/** All parts that have a condition: questions, rows, deadlines and warnings. */
export function conditionedParts(ruleSet: RuleSet): readonly ConditionedPart[] {
  const { questions, tables, deadlines, warnings } = ruleSet;
  return [
    ...questions.map(({ id, visibleWhen }, at) => ({
      kind: 'question' as const,
      id,
      path: ['questions', at, 'visibleWhen'],
      when: visibleWhen,
    })),
    ...tables.flatMap(({ rows }, table) =>
      rows.map(({ id, when }, at) => ({ kind: 'row' as const, id, path: ['tables', table, 'rows', at], when })),
    ),
    ...deadlines.map(({ id, when }, at) => ({ kind: 'deadline' as const, id, path: ['deadlines', at], when })),
    ...warnings.map(({ id, when }, at) => ({ kind: 'warning' as const, id, path: ['warnings', at], when })),
  ];
}
