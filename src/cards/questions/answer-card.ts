import type { Answered, Computation } from '../../domain/answer/answer-result.ts';
import type { Figure } from '../../domain/budget/figure.ts';
import type { Sentence } from '../../domain/language/sentence.ts';
import type { Texts } from '../../domain/language/texts.ts';
import type { Card } from '../card.ts';
import { atLineStart, plain } from '../markdown.ts';
import { expand } from '../template.ts';
import { figureText, valueText } from '../words/amount.ts';
import { provenanceText } from '../words/provenance-text.ts';
import { sentenceText } from '../words/sentence-text.ts';
import { chartsOf } from './budget-charts.ts';
import { citationData } from './citation-data.ts';

/** Where a chart is fetched as a picture; null where it cannot be. */
export type ChartLink = (chart: Card) => string | null;

const mostRows = 15;
/** Words in the key of a sentence that warns: law that was overtaken, sums that do not add up, figures that are doubtful or odd. */
const warning =
  /[.-](law|overtaken|repealed|contradiction|contradicts|doubt|doubtful|warning|mismatch|exceeds|not-comparable|remark)(-|$)/;

/** The answer in short and large, what to remember with it, and its quotation with the source. */
export function answerCard(result: Answered, texts: Texts, linkOf: ChartLink = () => null): Card {
  const [first, ...others] = result.citations;
  // Where the answer is the quotation itself, it stands once, with its source.
  const isQuotation = result.text.key === 'answers.quotation' && first !== undefined;
  return expand('answer', {
    provenance: provenanceText(result, texts),
    hasValue: result.value !== null,
    value: result.value === null ? '' : valueText(result.value, texts),
    hasText: !isQuotation,
    text: sentenceText(result.text, texts),
    notes: result.notes.filter((note) => !isWarning(note)).map((note) => ({ text: sentenceText(note, texts) })),
    hasWarnings: result.notes.some(isWarning),
    warningTitle: texts('cards.remember'),
    warnings: result.notes.filter(isWarning).map((note) => ({ text: sentenceText(note, texts) })),
    ...computationData(result.computation, texts),
    ...tableData(result.table, texts),
    ...chartData(result, texts, linkOf),
    citations: first === undefined ? [] : [{ ...citationData(first, texts), quoteSize: isQuotation ? 'Medium' : 'Default' }],
    others: others.map((citation) => citationData(citation, texts)),
    hasOthers: others.length > 0,
    othersTitle: texts('cards.more-sources', { count: others.length }),
  });
}

/** What a notification says of an answer: whose rules it is about, never the question's own words or numbers. */
export function answerSummary({ municipality }: Answered, texts: Texts): string {
  return municipality === null ? texts('cards.answer-summary') : texts('cards.answer-summary-from', { municipality });
}

function isWarning(note: Sentence): boolean {
  return warning.test(note.key);
}

function chartData(result: Answered, texts: Texts, linkOf: ChartLink): object {
  const { shown, withTable } = chartsOf(result, texts);
  const [first] = [...shown, ...withTable];
  const picture = first === undefined ? null : linkOf(first);
  return {
    hasCharts: shown.length > 0,
    charts: shown,
    hasTableCharts: withTable.length > 0,
    tableCharts: withTable,
    hasPicture: picture !== null,
    pictureTitle: texts('cards.chart-picture'),
    picture: picture ?? '',
  };
}

function computationData(computation: Computation | null, texts: Texts): object {
  const rows = computation?.rows ?? [];
  return {
    hasFormula: computation !== null && computation.operation !== 'lookup' && computation.formula !== '',
    formulaTitle: texts('cards.calculation'),
    formula: plain(computation?.formula ?? ''),
    hasRows: rows.length > 1,
    rows: rows.map((row) => ({
      title: atLineStart(plain(row.label)),
      value: atLineStart([row.asWritten, row.municipality, ...(row.year === null ? [] : [row.year])].map(plain).join(' · ')),
    })),
  };
}

function tableData(table: readonly Figure[], texts: Texts): object {
  const rows = table.slice(0, mostRows);
  return {
    hasTable: rows.length > 1,
    tableTitle: texts('cards.distribution', { count: rows.length }),
    labelHeader: texts('cards.distribution-label'),
    amountHeader: texts('cards.distribution-amount'),
    table: rows.map((figure) => ({ label: atLineStart(plain(figure.label)), amount: figureText(figure, texts) })),
  };
}
