import type { Texts } from '../../language/texts.ts';
import type { AnswerValue } from '../answers.ts';
import type { Comparison, Condition } from '../condition.ts';
import { humanDecision, isHumanDecision, type Question, type RuleSet } from '../rule-set.ts';
import { questionById } from '../truth.ts';

/** What a code is called: by the rule set, else by what all rule sets share. */
export function wordFor(ruleSet: RuleSet, code: string, texts: Texts): string {
  const own = ruleSet.texts[code];
  if (own !== undefined) return own;
  if (!isHumanDecision(code) || code === humanDecision) return texts(`rules.${code}`);
  return `${texts(`rules.${humanDecision}`)}: ${wordFor(ruleSet, code.slice(humanDecision.length + 1), texts)}`;
}

/** What an option is called in its question. */
export function optionWord(ruleSet: RuleSet, question: Question | null, option: string, texts: Texts): string {
  return question?.labels[option] ?? wordFor(ruleSet, option, texts);
}

/** An answer in words; days and numbers as they are written. */
export function answerWord(ruleSet: RuleSet, question: Question, answer: AnswerValue | null, texts: Texts): string {
  if (answer === null) return texts('rules.not-answered');
  if (typeof answer === 'object') return answer.map((option) => optionWord(ruleSet, question, option, texts)).join(', ');
  if (typeof answer === 'number' || question.type === 'date') return String(answer);
  return optionWord(ruleSet, question, answer, texts);
}

/** How a question is named inside a condition. */
export type QuestionName = (id: string) => string;

/** A condition in words: what people review, made from the data that the engine reads. */
export function conditionWords(ruleSet: RuleSet, condition: Condition | null, texts: Texts, name: QuestionName): string {
  if (condition === null) return texts('rules.always');
  if (condition.kind === 'all' || condition.kind === 'any') {
    const parts = condition.of.map((part) => bracketed(part, conditionWords(ruleSet, part, texts, name)));
    return parts.join(` ${texts(condition.kind === 'all' ? 'rules.and' : 'rules.or')} `);
  }
  if (condition.kind === 'not') return texts('rules.not', { condition: conditionWords(ruleSet, condition.of, texts, name) });
  return comparisonWords(ruleSet, condition, texts, name);
}

function bracketed(part: Condition, words: string): string {
  return (part.kind === 'all' || part.kind === 'any') && part.of.length > 1 ? `(${words})` : words;
}

function comparisonWords(ruleSet: RuleSet, comparison: Comparison, texts: Texts, name: QuestionName): string {
  const question = name(comparison.question);
  const word = (value: string | number) =>
    typeof value === 'number' ? String(value) : optionWord(ruleSet, questionById(ruleSet, comparison.question), value, texts);
  switch (comparison.kind) {
    case 'is':
      return texts('rules.is', { question, value: word(comparison.value) });
    case 'in':
      return texts('rules.is-in', { question, values: comparison.values.map(word).join(', ') });
    case 'includes':
      return texts('rules.includes', { question, value: word(comparison.value) });
    case 'number':
      return texts(`rules.${comparison.operator}`, { question, value: comparison.value });
    case 'answered':
      return texts('rules.is-answered', { question });
    case 'unknown':
      return texts('rules.is-unknown', { question });
    case 'date-before-as-of':
      return texts('rules.date-before-as-of', { question });
    case 'date-before':
      return texts('rules.date-before', { earlier: question, later: name(comparison.later) });
    case 'months-after':
      return texts(`rules.months-${comparison.side}`, { question, months: comparison.months });
  }
}
