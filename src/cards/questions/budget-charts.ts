import type { Answered } from '../../domain/answer/answer-result.ts';
import type { Figure } from '../../domain/budget/figure.ts';
import type { Texts } from '../../domain/language/texts.ts';
import type { Card } from '../card.ts';
import { figureText } from '../words/amount.ts';

/** The pictures of an answer: those that are its point, and those that are opened with its table. */
export interface BudgetCharts {
  readonly shown: readonly Card[];
  readonly withTable: readonly Card[];
}

const million = 1_000_000;
const mostBars = 12;
const longestLabel = 44;
const [asked, others, over] = ['categoricalBlue', 'categoricalLightBlue', 'attention'];

/**
 * The charts of an answer with figures: the frame with what is spread beyond it, a part of its whole, lines side by side. None where a
 * figure is doubtful, or where some lie above nought and some below: then the table alone says it.
 */
export function chartsOf({ computation, table, frame }: Answered, texts: Texts): BudgetCharts {
  const operands = computation?.operands ?? [];
  const [first] = operands;
  if (first === undefined || !areDrawable([...operands, ...table])) return { shown: [], withTable: [] };
  const isAsked = ({ id }: Figure) => operands.some((operand) => operand.id === id);
  const isOfFrame = frame !== null && operands.length === 1 && !table.some(isAsked);
  const gauge = isOfFrame ? [gaugeOf(frame, texts)] : [];
  if (computation?.operation === 'lookup') {
    const bars = barsOf(table, isAsked, texts, 'drop');
    return { shown: gauge, withTable: bars };
  }
  const whole = operands.at(-1);
  if (computation?.operation === 'share' && operands.length === 2 && whole !== undefined && first.minor <= whole.minor)
    return { shown: [donutOf(first, whole, texts)], withTable: barsOf(table, isAsked, texts, 'drop') };
  const lines = operands.length > 1 && operands.length <= mostBars ? operands : table;
  return { shown: barsOf(lines, lines === operands ? () => true : isAsked, texts, 'facts'), withTable: [] };
}

/** Savings are written below nought, all of them: their size is drawn. */
function areDrawable(figures: readonly Figure[]): boolean {
  if (figures.some(({ isDoubtful }) => isDoubtful)) return false;
  return figures.every(({ minor }) => minor >= 0n) || figures.every(({ minor }) => minor <= 0n);
}

function barsOf(
  figures: readonly Figure[],
  isAsked: (figure: Figure) => boolean,
  texts: Texts,
  fallback: 'drop' | 'facts',
): readonly Card[] {
  const [first] = figures;
  if (first === undefined || figures.length < 2 || figures.length > mostBars) return [];
  if (figures.some(({ unit }) => unit !== first.unit)) return [];
  const scale = scaleOf(figures);
  return [
    {
      type: 'Chart.HorizontalBar',
      title: titleOf(figures, texts(`cards.chart-${scale.key}`)),
      xAxisTitle: texts(`cards.chart-${scale.key}`),
      displayMode: 'AbsoluteWithAxis',
      data: figures.map((figure) => ({
        x: labelIn(figure, figures),
        y: scale.of(figure),
        color: isAsked(figure) || !figures.some(isAsked) ? asked : others,
      })),
      fallback: fallback === 'drop' ? 'drop' : factsOf(figures, figures, texts),
    },
  ];
}

function donutOf(part: Figure, whole: Figure, texts: Texts): Card {
  const scale = scaleOf([whole]);
  const rest = { ...whole, minor: whole.minor * 10n ** BigInt(part.scale) - part.minor * 10n ** BigInt(whole.scale) };
  const restValue = scale.of({ ...rest, scale: whole.scale + part.scale });
  return {
    type: 'Chart.Donut',
    title: texts('cards.chart-share', {
      part: part.label,
      whole: whole.label,
      unit: texts(`cards.chart-${scale.key}`).toLowerCase(),
    }),
    data: [
      { legend: shortened(part.label), value: scale.of(part), color: asked },
      { legend: texts('cards.chart-rest'), value: restValue, color: others },
    ],
    fallback: factsOf([part, whole], [part, whole], texts),
  };
}

/** The budget as the first segment, what is spread beyond it as the second; the needle stands at what is spread. */
function gaugeOf({ budget, total }: NonNullable<Answered['frame']>, texts: Texts): Card {
  const scale = scaleOf([budget, total]);
  const [frame, spread] = [scale.of(budget), scale.of(total)];
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  const beyond = spread > frame;
  return {
    type: 'Chart.Gauge',
    title: texts('cards.chart-frame', { unit: texts(`cards.chart-${scale.key}`).toLowerCase() }),
    min: 0,
    max: Math.max(frame, spread),
    value: spread,
    valueFormat: 'Fraction',
    segments: [
      { legend: texts('cards.chart-budget'), size: Math.min(frame, spread), color: asked },
      {
        legend: texts(beyond ? 'cards.chart-over' : 'cards.chart-left'),
        size: rounded(Math.abs(spread - frame)),
        color: beyond ? over : others,
      },
    ],
    fallback: factsOf([budget, total], [budget, total], texts),
  };
}

function factsOf(figures: readonly Figure[], among: readonly Figure[], texts: Texts): Card {
  return {
    type: 'FactSet',
    facts: figures.map((figure) => ({ title: labelIn(figure, among), value: figureText(figure, texts) })),
  };
}

/** What all lines share, and in what they are counted. */
function titleOf(figures: readonly Figure[], unit: string): string {
  const shared = (of: (one: Figure) => string | null) => {
    const values = new Set(figures.map(of));
    return values.size === 1 ? [...values].flatMap((value) => value ?? []) : [];
  };
  const of = [...shared(({ municipality }) => municipality), ...shared(({ period }) => period)].join(' ');
  return of === '' ? unit : `${of} (${unit.toLowerCase()})`;
}

/** Lines of several municipalities or years are told apart by them. */
function labelIn(figure: Figure, among: readonly Figure[]): string {
  const differs = (of: (one: Figure) => string | null) => among.some((one) => of(one) !== of(figure));
  const parts = [
    ...(differs(({ municipality }) => municipality) ? [figure.municipality] : []),
    ...(differs(({ period }) => period) && figure.period !== null ? [figure.period] : []),
  ];
  const own = shortened(figure.label);
  return parts.length === 0 ? own : `${own} (${parts.join(' ')})`;
}

function shortened(label: string): string {
  return label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1)}\u2026`;
}

interface Scale {
  readonly key: string;
  readonly of: (figure: Pick<Figure, 'minor' | 'scale'>) => number;
}

/** Amounts are drawn in millions where they reach them, to the thousand. */
function scaleOf(figures: readonly Figure[]): Scale {
  const plain = ({ minor, scale }: Pick<Figure, 'minor' | 'scale'>) => Math.abs(Number(minor)) / 10 ** scale;
  const unit = figures[0]?.unit ?? 'count';
  if (unit !== 'DKK' || Math.max(...figures.map(plain)) < million) return { key: unit.toLowerCase(), of: plain };
  return { key: 'dkk-millions', of: (figure) => Math.round(plain(figure) / 1000) / 1000 };
}
