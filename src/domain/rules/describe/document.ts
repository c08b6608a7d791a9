import type { Texts } from '../../language/texts.ts';
import type { DecisionTable, Question, Row, RuleDeadline, RuleSet } from '../rule-set.ts';
import { fallsToHuman } from '../verify/reach.ts';
import { answerWord, conditionWords, optionWord, wordFor } from './words.ts';

type Lines = readonly string[];

/** A rule set as Markdown for those who review it: all questions, paths, deadlines, warnings and sources. */
export function ruleSetDocument(ruleSet: RuleSet, texts: Texts): string {
  const { municipality, period, version, source, standing } = ruleSet;
  const about = { municipality, period, version, source, standing: texts(`rules.standing-${standing}`) };
  return [
    `# ${ruleSet.title}`,
    '',
    texts('rules.about', about),
    '',
    `**${texts('rules.heading-law')}:** ${ruleSet.lawNote}`,
    ...section(texts('rules.heading-human'), ruleSet.humanDecides.map(bullet)),
    ...section(
      texts('rules.heading-questions'),
      ruleSet.questions.flatMap((question) => questionLines(ruleSet, question, texts)),
    ),
    ...ruleSet.tables.flatMap((table) => tableLines(ruleSet, table, texts)),
    ...section(
      texts('rules.heading-deadlines'),
      ruleSet.deadlines.map((due) => deadlineLine(ruleSet, due, texts)),
    ),
    ...section(
      texts('rules.heading-warnings'),
      ruleSet.warnings.map(({ id, text, when }) => bullet(`\`${id}\` ${text} ${whenWords(ruleSet, when, texts)}.`)),
    ),
    ...section(texts('rules.heading-falls-to-human'), humanLines(ruleSet, texts)),
    '',
  ].join('\n');
}

function section(heading: string, lines: Lines): Lines {
  return lines.length === 0 ? [] : ['', `## ${heading}`, '', ...lines];
}

function bullet(text: string): string {
  return `- ${text}`;
}

function named(id: string): string {
  return `\`${id}\``;
}

function whenWords(ruleSet: RuleSet, when: Row['when'] | null, texts: Texts): string {
  return texts('rules.when', { condition: conditionWords(ruleSet, when, texts, named) });
}

function questionLines(ruleSet: RuleSet, question: Question, texts: Texts): Lines {
  const { id, text, help, options, visibleWhen, isRequired, min, max } = question;
  const asked =
    visibleWhen === null
      ? texts('rules.asked-always')
      : texts('rules.asked-when', { condition: conditionWords(ruleSet, visibleWhen, texts, named) });
  const range = min === null && max === null ? '' : ` ${min ?? ''}–${max ?? ''}`;
  const taken =
    options.length === 0
      ? `${texts(`rules.type-${question.type}`)}${range}`
      : options.map((each) => optionWord(ruleSet, question, each, texts)).join(' · ');
  const optional = isRequired ? '' : ` (${texts('rules.optional')})`;
  return [
    bullet(`${named(id)} **${text}**${optional} ${asked}.`),
    `  ${texts('rules.options', { options: taken })}`,
    ...(help === null ? [] : [`  *${help}*`]),
  ];
}

function tableLines(ruleSet: RuleSet, table: DecisionTable, texts: Texts): Lines {
  const rows = table.rows.flatMap((row) => rowLines(ruleSet, row, texts));
  return section(texts('rules.heading-table', { table: table.id }), [texts(`rules.hit-${table.hit}`), '', ...rows]);
}

function rowLines(ruleSet: RuleSet, row: Row, texts: Texts): Lines {
  const reasons = [...row.reasons, ...Object.values(row.reasonsByQuestion)].map((code) => wordFor(ruleSet, code, texts));
  const candidates = row.candidates.map((code) => wordFor(ruleSet, code, texts)).join(' / ');
  return [
    bullet(
      `**${row.id}** ${whenWords(ruleSet, row.when, texts)}: **${wordFor(ruleSet, row.outcome, texts)}** (${named(row.outcome)})`,
    ),
    ...(reasons.length === 0 ? [] : [`  ${reasons.join(' ')}`]),
    ...(candidates === '' ? [] : [`  ${candidates}`]),
    ...(row.nextSteps.length === 0 ? [] : [`  ${texts('rules.next-steps')}: ${row.nextSteps.join(' ')}`]),
    `  ${texts('rules.source-quote', { source: row.source, quote: row.quote })}`,
  ];
}

function deadlineLine(ruleSet: RuleSet, due: RuleDeadline, texts: Texts): string {
  const words = due.sourceWords === null ? '' : ` (»${due.sourceWords}«)`;
  const note = [due.assumption, due.note].filter((each) => each !== null).join(' ');
  const end = `${note === '' ? '' : ` ${note}`}${due.quote === null ? '' : ` ${texts('rules.source-quote', { source: due.source, quote: due.quote })}`}`;
  return bullet(
    `${named(due.id)} ${wordFor(ruleSet, due.id, texts)}: ${dayWords(due, texts)}${words}. ${whenWords(ruleSet, due.when, texts)}.${end}`,
  );
}

function dayWords({ day }: RuleDeadline, texts: Texts): string {
  switch (day.kind) {
    case 'absolute':
      return texts('rules.deadline-absolute', { date: day.date });
    case 'window':
      return texts('rules.deadline-window', { from: day.from, to: day.to });
    case 'relative':
      return texts(`rules.deadline-${day.unit}`, { count: day.count, question: named(day.base) });
    case 'given':
      return texts('rules.deadline-given', { question: named(day.base) });
  }
}

function humanLines(ruleSet: RuleSet, texts: Texts): Lines {
  const lines = fallsToHuman(ruleSet).map(({ row, answers }) => {
    const said = ruleSet.questions.flatMap((question) => {
      const answer = answers[question.id];
      return answer === undefined ? [] : [`${named(question.id)} = ${answerWord(ruleSet, question, answer, texts)}`];
    });
    return bullet(`${row?.id ?? texts('rules.INGEN_REGEL_PASSER')} ${said.join(', ')}`);
  });
  return [...new Set(lines)];
}
