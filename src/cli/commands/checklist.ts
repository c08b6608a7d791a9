import { readRuleSets } from '../../content/read-rule-sets.ts';
import { type PlainDate, readPlainDate } from '../../domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../domain/calendar/working-days.ts';
import { evaluate } from '../../domain/checklist/evaluate.ts';
import { type AnswerFault, readAnswers } from '../../domain/rules/answers.ts';
import { type Question, type RuleSet, ruleSetKey } from '../../domain/rules/rule-set.ts';
import type { CliCommand } from '../command.ts';
import { answerJsonLines } from '../json-lines.ts';
import { writtenEvaluation } from '../written-evaluation.ts';

type Line = Readonly<Record<string, unknown>>;

/** `checklist --jsonl`: cases in, what the named rule set says of each out, whatever is adopted. */
export const checklistCommand: CliCommand = {
  name: 'checklist',
  usage: 'checklist --jsonl   evaluates {"id","checklist","as_of","answers"} line by line',
  run: async (args, io) => {
    if (!args.includes('--jsonl')) throw new Error('checklist reads JSON Lines: checklist --jsonl');
    const ruleSets = readRuleSets();
    return answerJsonLines(io, (line) => evaluateLine(ruleSets, line));
  },
};

function evaluateLine(ruleSets: readonly RuleSet[], line: Line): Line {
  const asOf = dayOf(line['as_of']);
  const ruleSet = ruleSetOf(ruleSets, line, asOf);
  const read = readAnswers(ruleSet, answersOf(line));
  if (read.kind === 'refused') throw new Error(refusal(read.question, read.fault));
  return writtenEvaluation(line['id'] ?? null, evaluate(ruleSet, read.answers, asOf, usualClosedDays));
}

function dayOf(written: unknown): PlainDate {
  if (written === undefined) throw new Error('missing field as_of: a calendar day YYYY-MM-DD');
  const day = typeof written === 'string' ? readPlainDate(written) : null;
  if (day === null) throw new Error(`as_of must be a calendar day YYYY-MM-DD, not ${JSON.stringify(written)}`);
  return day;
}

/** The named checklist: by its id the version valid on the day, else its newest; or one version as `id@version`. */
function ruleSetOf(ruleSets: readonly RuleSet[], line: Line, asOf: PlainDate): RuleSet {
  const name = line['checklist'];
  const versions = ruleSets
    .filter((ruleSet) => ruleSet.id === name || ruleSetKey(ruleSet) === name)
    .sort((a, b) => (a.valid.from < b.valid.from ? 1 : -1));
  const valid = versions.find((each) => each.valid.from <= asOf && (each.valid.to === null || asOf <= each.valid.to));
  const found = valid ?? versions[0];
  if (found !== undefined) return found;
  const fault = name === undefined ? 'missing field checklist' : `unknown checklist ${JSON.stringify(name)}`;
  throw new Error(`${fault}; there are ${[...new Set(ruleSets.map(({ id }) => id))].join(', ')}`);
}

function answersOf({ answers = {} }: Line): Line {
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers))
    throw new Error('answers must be an object of question ids');
  return answers as Line;
}

function refusal({ id, options, min, max }: Question, fault: AnswerFault): string {
  switch (fault) {
    case 'not-an-option':
      return `${id}: not an option; choose from ${options.join(', ')}`;
    case 'not-a-number':
      return `${id}: not a number`;
    case 'not-whole':
      return `${id}: not a whole number`;
    case 'out-of-range':
      return `${id}: outside ${min ?? ''}..${max ?? ''}`;
    case 'not-a-day':
      return `${id}: not a calendar day YYYY-MM-DD`;
  }
}
