import type { AnswerValue } from '../../domain/rules/answers.ts';
import type { Question, RuleSet } from '../../domain/rules/rule-set.ts';
import { answerText, type RunView } from './run-view.ts';

/** Answers of which any would do: "0 til 14", "A, B eller C", and of a day, which stands for its like, "fx 5. juni 2017". */
export function anyOfAnswers(ruleSet: RuleSet, question: Question, values: readonly AnswerValue[], view: RunView): string {
  const { texts } = view;
  const wordOf = (value: AnswerValue) => answerText(ruleSet, question, value, view);
  const each = values.map(wordOf);
  if (question.type === 'date') return texts('checklists.such-as', { day: each.join(` ${texts('rules.or')} `) });
  const words = question.type === 'number' ? ranges(values).map((range) => rangeText(range, view)) : each;
  const [last = '', before = ''] = [words.at(-1), words.slice(0, -1).join(', ')];
  return before === '' ? last : `${before} ${texts('rules.or')} ${last}`;
}

/** Rising whole numbers that follow each other as first and last. */
function ranges(values: readonly AnswerValue[]): readonly (readonly [number, number])[] {
  const numbers = values.map(Number);
  const ends = numbers.filter((value) => !numbers.includes(value + 1));
  return numbers.filter((value) => !numbers.includes(value - 1)).map((from) => [from, ends.find((to) => to >= from) ?? from]);
}

function rangeText([from, to]: readonly [number, number], { texts }: RunView): string {
  return from === to ? String(from) : texts('checklists.range', { from, to });
}
