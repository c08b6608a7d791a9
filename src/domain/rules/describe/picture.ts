import type { Texts } from '../../language/texts.ts';
import { questionsIn } from '../condition.ts';
import { type DecisionTable, humanDecision, isHumanDecision, noRuleFits, type RuleSet } from '../rule-set.ts';
import { conditionWords, wordFor } from './words.ts';

type Lines = readonly string[];

/** A rule set as a Mermaid flow chart: which answers open which questions, and the rows in the order in which they are read. */
export function ruleSetPicture(ruleSet: RuleSet, texts: Texts): string {
  return [
    'flowchart TD',
    `  title[/"${escaped(ruleSet.title)}"/]`,
    ...questionLines(ruleSet, texts),
    ...ruleSet.tables.flatMap((table) => tableLines(ruleSet, table, texts)),
    '  classDef human fill:#fff4ce,stroke:#8a6d00,color:#201f1e',
    '  classDef outcome fill:#dff6dd,stroke:#107c10,color:#201f1e',
    '',
  ].join('\n');
}

function questionLines(ruleSet: RuleSet, texts: Texts): Lines {
  const boxes = ruleSet.questions.map(({ id, text }) => `    ${id}["${escaped(text)}"]`);
  const edges = ruleSet.questions.flatMap(({ id, visibleWhen }) => {
    const words = conditionWords(ruleSet, visibleWhen, texts, (question) => question);
    const from = questionsIn(visibleWhen);
    return from.length === 0 ? [`  title --> ${id}`] : from.map((each) => `  ${each} -->|"${escaped(words)}"| ${id}`);
  });
  return [`  subgraph questions["${escaped(texts('rules.heading-questions'))}"]`, ...boxes, '  end', ...edges];
}

function tableLines(ruleSet: RuleSet, table: DecisionTable, texts: Texts): Lines {
  const name = (row: string) => `${table.id}_${row}`;
  const rows = table.rows.flatMap(({ id, when, outcome }, at) => {
    const words = conditionWords(ruleSet, when, texts, (question) => question);
    const next = table.rows[at + 1];
    const kind = isHumanDecision(outcome) ? 'human' : 'outcome';
    return [
      `    ${name(id)}{{"${escaped(`${id}: ${words}`)}"}}`,
      `    ${name(id)} -->|"${escaped(texts('rules.ja'))}"| ${name(id)}_out(["${escaped(wordFor(ruleSet, outcome, texts))}"]):::${kind}`,
      ...(next === undefined ? lastLines(table, name(id), texts) : [`    ${name(id)} ${arrow(table, texts)} ${name(next.id)}`]),
    ];
  });
  return [`  subgraph ${table.id}["${escaped(texts('rules.heading-table', { table: table.id }))}"]`, ...rows, '  end'];
}

/** From a row to the next: where it does not fit, or in any case where the table collects. */
function arrow({ hit }: DecisionTable, texts: Texts): string {
  return hit === 'collect' ? '-.->' : `-->|"${escaped(texts('rules.nej'))}"|`;
}

function lastLines(table: DecisionTable, last: string, texts: Texts): Lines {
  if (table.hit === 'collect') return [];
  const words = `${texts(`rules.${humanDecision}`)}: ${texts(`rules.${noRuleFits}`)}`;
  return [`    ${last} ${arrow(table, texts)} ${table.id}_none(["${escaped(words)}"]):::human`];
}

/** Mermaid reads a quotation mark as the end of a text. */
function escaped(text: string): string {
  return text.replaceAll('"', '#quot;');
}
