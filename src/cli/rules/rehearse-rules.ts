import { readFileSync } from 'node:fs';
import { readRuleSets } from '../../content/read-rule-sets.ts';
import { readTexts } from '../../content/texts.ts';
import { readPlainDate } from '../../domain/calendar/plain-date.ts';
import { type RehearsalChange, type RehearsedRun, rehearse } from '../../domain/checklist/rehearse.ts';
import type { Texts } from '../../domain/language/texts.ts';
import { readAnswers } from '../../domain/rules/answers.ts';
import { answerWord, wordFor } from '../../domain/rules/describe/words.ts';
import { type RuleSet, ruleSetKey } from '../../domain/rules/rule-set.ts';
import type { CommandIo } from '../command.ts';

/** A run as it was kept, named by its case: the version that it was answered against, the answers, and the day. */
export interface KeptRun {
  readonly id: string;
  readonly ruleSet: string;
  readonly asOf: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Replays kept runs of a checklist against a changed rule set: who would get another outcome, and why. */
export function rehearseRules(changed: RuleSet, kept: readonly KeptRun[], io: CommandIo): number {
  const texts = readTexts().da;
  const versions = readRuleSets().filter(({ id }) => id === changed.id);
  const runs = kept.flatMap((run) => {
    const before = versions.find((each) => ruleSetKey(each) === run.ruleSet || each.id === run.ruleSet);
    return before === undefined ? [] : [{ before, run: rehearsedRun(before, run) }];
  });
  if (runs.length < kept.length) io.err(`${kept.length - runs.length} runs are of no version of ${changed.id} and were left out`);
  const changes = runs.map(({ before, run }) =>
    rehearse([run], before, changed).map((change) => lineOf(change, before, changed, texts)),
  );
  for (const line of changes.flat()) io.out(line);
  const touched = changes.filter((lines) => lines.length > 0).length;
  const key = touched === 0 ? 'rules.rehearse-none' : 'rules.rehearse-changed';
  io.out(texts(key, touched === 0 ? { count: runs.length } : { changed: touched, count: runs.length }));
  return 0;
}

/** Reads runs from JSON Lines as `checklist --jsonl` takes them. */
export function readKeptRuns(path: string): readonly KeptRun[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, checklist, as_of: asOf, answers = {} } = JSON.parse(line) as Readonly<Record<string, unknown>>;
      return { id: String(id), ruleSet: String(checklist), asOf: String(asOf), answers: answers as KeptRun['answers'] };
    });
}

function rehearsedRun(ruleSet: RuleSet, { id, asOf, answers }: KeptRun): RehearsedRun {
  const day = readPlainDate(asOf);
  const read = readAnswers(ruleSet, answers);
  if (day === null || read.kind === 'refused') throw new Error(`run ${id}: its day or an answer cannot be read`);
  return { id, asOf: day, answers: read.answers };
}

function lineOf(change: RehearsalChange, before: RuleSet, after: RuleSet, texts: Texts): string {
  const run = change.run.id;
  switch (change.kind) {
    case 'answer-refused':
      return texts('rules.rehearse-refused', { run, question: change.question });
    case 'table-gone':
      return texts('rules.rehearse-gone', { run, table: change.table });
    case 'other-outcome': {
      const wordsOf = (set: RuleSet, codes: readonly string[]) =>
        codes.map((code) => wordFor(set, code, texts)).join(' + ') || '–';
      const outcomes = { before: wordsOf(before, change.before), after: wordsOf(after, change.after) };
      return texts('rules.rehearse-line', { run, table: change.table, ...outcomes, reason: reasonOf(change, after, texts) });
    }
  }
}

function reasonOf(change: Extract<RehearsalChange, { kind: 'other-outcome' }>, after: RuleSet, texts: Texts): string {
  if (change.because.length > 0)
    return change.because
      .map(({ row, because }) => {
        const answers = because.map(({ question, answer }) => `${question.id} = ${answerWord(after, question, answer, texts)}`);
        return texts('rules.rehearse-row', { row: row.id, answers: answers.join(', ') });
      })
      .join('; ');
  if (change.missing.length > 0) return texts('rules.rehearse-missing', { questions: change.missing.join(', ') });
  return texts('rules.rehearse-no-row');
}
