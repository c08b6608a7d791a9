import { addDays } from '../../../src/domain/calendar/plain-date.ts';
import { dontKnow } from '../../../src/domain/rules/answers.ts';
import type { Comparison, Condition } from '../../../src/domain/rules/condition.ts';
import type { Question, Row, RuleDeadline, RuleSet } from '../../../src/domain/rules/rule-set.ts';

/** A rule set with one change in its data. */
export interface Mutant {
  readonly what: string;
  readonly ruleSet: RuleSet;
}

type Variant<Value> = readonly [what: string, value: Value];

/** Every rule set that differs by one change of a condition, a value or the order of rows. */
export function mutantsOf(ruleSet: RuleSet): readonly Mutant[] {
  const { questions, tables, deadlines, warnings } = ruleSet;
  const made = <Key extends keyof RuleSet>(key: Key, what: string, value: RuleSet[Key]): Mutant => ({
    what: `${ruleSet.id} ${what}`,
    ruleSet: { ...ruleSet, [key]: value },
  });
  return [
    ...each(questions, (question) => questionVariants(question, questions)).map(([what, value]) =>
      made('questions', what, value),
    ),
    ...each(tables, (table) =>
      [...each(table.rows, (row) => rowVariants(row, ruleSet)), ...swaps(table.rows)].map(([what, rows]) => [
        `${table.id} ${what}`,
        { ...table, rows },
      ]),
    ).map(([what, value]) => made('tables', what, value)),
    ...each(deadlines, (due) => deadlineVariants(due, questions)).map(([what, value]) => made('deadlines', what, value)),
    ...each(warnings, (warning) => [
      ...conditionVariants(warning.when, questions).map(([what, when]) => [what, { ...warning, when }] as const),
      ...shorter(warning.appliesTo).map(([what, appliesTo]) => [what, { ...warning, appliesTo }] as const),
    ]).map(([what, value]) => made('warnings', what, value)),
  ];
}

/** The list with one part changed, for every variant of every part. */
function each<Part extends { readonly id: string }>(
  parts: readonly Part[],
  variantsOf: (part: Part) => readonly Variant<Part>[],
): readonly Variant<readonly Part[]>[] {
  return parts.flatMap((part, at) =>
    variantsOf(part).map(([what, changed]) => [`${part.id}: ${what}`, parts.with(at, changed)] as const),
  );
}

function swaps(rows: readonly Row[]): readonly Variant<readonly Row[]>[] {
  return rows.slice(1).flatMap((row, at) => {
    const before = rows[at];
    return before === undefined
      ? []
      : [[`${before.id} and ${row.id} change places`, rows.with(at, row).with(at + 1, before)] as const];
  });
}

function questionVariants(question: Question, questions: readonly Question[]): readonly Variant<Question>[] {
  const { visibleWhen } = question;
  if (visibleWhen === null) return [['is asked optionally or not', { ...question, isRequired: !question.isRequired }]];
  return [
    ['is always asked', { ...question, visibleWhen: null }],
    ['is asked optionally or not', { ...question, isRequired: !question.isRequired }],
    ...conditionVariants(visibleWhen, questions).map(([what, when]) => [what, { ...question, visibleWhen: when }] as const),
  ];
}

function rowVariants(row: Row, { questions, tables }: RuleSet): readonly Variant<Row>[] {
  const outcomes = new Set(tables.flatMap(({ rows }) => rows.map(({ outcome }) => outcome)));
  const other = [...outcomes].find((outcome) => outcome !== row.outcome) ?? 'other';
  return [
    [`gives ${other}`, { ...row, outcome: other }],
    ...conditionVariants(row.when, questions).map(([what, when]) => [what, { ...row, when }] as const),
    ...(['reasons', 'candidates', 'scope', 'responsible', 'deadlines'] as const).flatMap((list) =>
      row[list].map((gone) => [`lacks ${gone}`, { ...row, [list]: row[list].filter((code) => code !== gone) }] as const),
    ),
    ...Object.keys(row.reasonsByQuestion).map((gone) => {
      const { [gone]: _gone, ...rest } = row.reasonsByQuestion;
      return [`lacks the reason of ${gone}`, { ...row, reasonsByQuestion: rest }] as const;
    }),
    ...(row.opensChecklist === null ? [] : [['opens nothing', { ...row, opensChecklist: null }] as const]),
  ];
}

function deadlineVariants(due: RuleDeadline, questions: readonly Question[]): readonly Variant<RuleDeadline>[] {
  const dates = questions.filter(({ type }) => type === 'date').map(({ id }) => id);
  const otherDate = (id: string) => dates.find((each) => each !== id) ?? null;
  const when = due.when === null ? [] : conditionVariants(due.when, questions);
  return [
    ...dayVariants(due, otherDate).map(([what, day]) => [what, { ...due, day }] as const),
    ...when.map(([what, changed]) => [what, { ...due, when: changed }] as const),
    ...(due.when === null ? [] : [['is always shown', { ...due, when: null }] as const]),
    ...shorter(due.appliesTo).map(([what, appliesTo]) => [what, { ...due, appliesTo }] as const),
    ...(due.metBy === null ? [] : [['is met by nothing', { ...due, metBy: null }] as const]),
    ...(due.metBy === null ? [] : [['is met by another day', { ...due, metBy: otherDate(due.metBy) }] as const]),
  ];
}

function dayVariants({ day }: RuleDeadline, otherDate: (id: string) => string | null): readonly Variant<RuleDeadline['day']>[] {
  switch (day.kind) {
    case 'absolute':
      return [-1, 1].map((days) => [`${days} day`, { ...day, date: addDays(day.date, days) }]);
    case 'window':
      return [
        ['begins a day later', { ...day, from: addDays(day.from, 1) }],
        ['ends a day later', { ...day, to: addDays(day.to, 1) }],
      ];
    case 'relative':
      return [
        ...[-1, 1].map((more) => [`${more} ${day.unit}`, { ...day, count: day.count + more }] as const),
        ['counts other units', { ...day, unit: day.unit === 'days' ? 'months' : 'days' }],
        ['counts from another day', { ...day, base: otherDate(day.base) ?? 'none' }],
      ];
    case 'given':
      return [['is given by another day', { ...day, base: otherDate(day.base) ?? 'none' }]];
  }
}

function shorter(list: readonly string[] | null): readonly Variant<readonly string[] | null>[] {
  if (list === null) return [];
  return [...list.map((gone) => [`no longer for ${gone}`, list.filter((code) => code !== gone)] as const), ['for all', null]];
}

function conditionVariants(condition: Condition, questions: readonly Question[]): readonly Variant<Condition>[] {
  if (condition.kind === 'not') return [['not is gone', condition.of]];
  if (condition.kind !== 'all' && condition.kind !== 'any') return comparisonVariants(condition, questions);
  const { kind, of } = condition;
  const inside = of.flatMap((part, at) =>
    conditionVariants(part, questions).map(([what, changed]) => [what, { kind, of: of.with(at, changed) }] as const),
  );
  const without = of.map(
    (_part, at) => [`part ${at + 1} is gone`, { kind, of: of.filter((_each, other) => other !== at) }] as const,
  );
  return [...inside, ...without, [`${kind} is turned`, { kind: kind === 'all' ? 'any' : 'all', of }]];
}

function comparisonVariants(comparison: Comparison, questions: readonly Question[]): readonly Variant<Condition>[] {
  const options = questions.find(({ id }) => id === comparison.question)?.options.filter((option) => option !== dontKnow) ?? [];
  const named = `${comparison.question} ${comparison.kind}`;
  const negated = [`${named} is negated`, { kind: 'not', of: comparison }] as const;
  const next = (value: string | number) =>
    typeof value === 'number' ? value + 1 : (options[(options.indexOf(value) + 1) % options.length] ?? value);
  switch (comparison.kind) {
    case 'is':
      return [negated, [`${named} ${next(comparison.value)}`, { ...comparison, value: next(comparison.value) }]];
    case 'includes':
      return [negated, [`${named} another`, { ...comparison, value: String(next(comparison.value)) }]];
    case 'in': {
      const { values } = comparison;
      const more = options.filter((option) => !values.includes(option)).slice(0, 1);
      return [
        negated,
        ...values.map(
          (gone) => [`${named} no ${gone}`, { ...comparison, values: values.filter((value) => value !== gone) }] as const,
        ),
        ...more.map((option) => [`${named} ${option} too`, { ...comparison, values: [...values, option] }] as const),
      ];
    }
    case 'number':
      return [
        negated,
        ...[-1, 1].map((more) => [`${named} ${more}`, { ...comparison, value: comparison.value + more }] as const),
      ];
    case 'answered':
      return [negated, [`${named} becomes unknown`, { kind: 'unknown', question: comparison.question }]];
    case 'unknown':
      return [negated, [`${named} becomes answered`, { kind: 'answered', question: comparison.question }]];
    case 'date-before-as-of':
      return [negated];
    case 'date-before':
      return [negated, [`${named} is turned`, { ...comparison, question: comparison.later, later: comparison.question }]];
    case 'months-after':
      return [
        ...[-1, 1].map((more) => [`${named} ${more}`, { ...comparison, months: comparison.months + more }] as const),
        [`${named} other side`, { ...comparison, side: comparison.side === 'before' ? 'on-or-after' : 'before' }],
      ];
  }
}
