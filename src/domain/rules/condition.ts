/** What a number is compared by. */
export type NumberOperator = 'lt' | 'lte' | 'gt' | 'gte';

/** A comparison of one answer: never an expression, never code. */
export type Comparison =
  | { readonly kind: 'is'; readonly question: string; readonly value: string | number }
  | { readonly kind: 'in'; readonly question: string; readonly values: readonly (string | number)[] }
  | { readonly kind: 'includes'; readonly question: string; readonly value: string }
  | { readonly kind: 'number'; readonly question: string; readonly operator: NumberOperator; readonly value: number }
  | { readonly kind: 'answered'; readonly question: string }
  | { readonly kind: 'unknown'; readonly question: string }
  | { readonly kind: 'date-before-as-of'; readonly question: string }
  | { readonly kind: 'date-before'; readonly question: string; readonly later: string }
  | {
      readonly kind: 'months-after';
      readonly question: string;
      readonly months: number;
      readonly side: 'before' | 'on-or-after';
    };

/** When a row fires, a question is asked, or a deadline or warning is shown. */
export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | Comparison;

/** Every comparison in a condition, in reading order. */
export function comparisonsIn(condition: Condition | null): readonly Comparison[] {
  if (condition === null) return [];
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(comparisonsIn);
    case 'not':
      return comparisonsIn(condition.of);
    case 'is':
    case 'in':
    case 'includes':
    case 'number':
    case 'answered':
    case 'unknown':
    case 'date-before-as-of':
    case 'date-before':
    case 'months-after':
      return [condition];
  }
}

/** The questions that a comparison reads: one, or two where it compares two days. */
export function questionsOf(comparison: Comparison): readonly string[] {
  return comparison.kind === 'date-before' ? [comparison.question, comparison.later] : [comparison.question];
}

/** The questions that a condition reads, each once, in reading order. */
export function questionsIn(condition: Condition | null): readonly string[] {
  return [...new Set(comparisonsIn(condition).flatMap(questionsOf))];
}
