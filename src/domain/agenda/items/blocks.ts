import { isBody, type Reading } from '../layout/reading.ts';
import type { Block, Candidate } from './block.ts';
import { candidatesOf, isUnder, type StartStyle } from './starts/candidates.ts';
import { bestChain, type Chain } from './starts/chain.ts';
import { decimalBlocks } from './starts/decimal.ts';
import { onlyItem, unnumberedStarts, withMatters } from './starts/unnumbered.ts';
import { isTitleLike, titleAbove } from './title.ts';

type Start = Omit<Block, 'to' | 'group'>;

const styles: readonly StartStyle[] = ['point', 'number-over-title', 'keyed', 'case-after-title', 'numbered', 'bare'];

/** The items' lines, begun in the one style that the text holds to; none where no structure can be seen. */
export function blocksOf(reading: Reading, hasHeader: boolean): readonly Block[] {
  const chains = styles.map((style) => {
    const candidates = candidatesOf(reading, style);
    return { style, candidates, chain: bestChain(candidates) };
  });
  const unnumbered = unnumberedStarts(reading);
  let chosen: (typeof chains)[number] | null = null;
  for (const each of chains)
    if (
      each.chain.strong > 0 &&
      (each.chain.strong >= each.chain.starts.length * 0.4 || (each.style === 'point' && areHeadings(reading, each.chain))) &&
      isSurer(each.chain, chosen?.chain)
    )
      chosen = each;
  const grouped = decimalBlocks(reading);
  if (grouped.length > Math.max(chosen?.chain.strong ?? 0, 1)) return grouped;
  const only = onlyItem(reading);
  // A page of one item: the numbers below its sections are lists.
  if (only[0] !== undefined && (chosen?.chain.starts[0]?.index ?? 0) > only[0].body) return bounded(only, reading);
  if (chosen !== null && (chosen.chain.strong >= unnumbered.length * 0.7 || areCases(reading, chosen.chain))) {
    const told = withTitlesOver(reading, chosen.chain.starts, chosen.candidates);
    const starts = withClosed(reading, told, chosen.candidates);
    return bounded(withCaseAbove(numberedStarts(reading, chosen.style, starts), reading), reading);
  }
  if (unnumbered.length > 0) return bounded(withMatters(unnumbered, reading), reading);
  const titles = hasHeader ? listed(reading) : [];
  return bounded(titles.length > 0 ? titles : only, reading);
}

/** More sure starts, or as many with more that speaks for them. */
function isSurer(one: Chain, other: Chain | undefined): boolean {
  if (other === undefined || one.strong !== other.strong) return one.strong > (other?.strong ?? 0);
  return one.weight > other.weight;
}

/** Items without a word of text ("1. Godkendelse af dagsorden") stand alone between blanks right over the first with one, or first under the header. */
function withTitlesOver(reading: Reading, starts: readonly Candidate[], candidates: readonly Candidate[]): readonly Candidate[] {
  const first = starts[0];
  const above = candidates.findLast(
    ({ index, number }) => first !== undefined && number === first.number - 1 && index < first.index,
  );
  if (first === undefined || above === undefined) return starts;
  const isApart = [first, above].every(({ index }) => (reading.lines[index]?.gap ?? 0) > 0);
  const isFirst = reading.labels[above.index + 1] !== null && headerEnds.some((kind) => isUnder(reading, above.index, kind));
  if (!(isApart && above.index === first.index - 1) && !isFirst) return starts;
  return withTitlesOver(reading, [above, ...starts], candidates);
}

/** Closed items have a title and nothing else: those that count on between two others, or after the last one, belong to the meeting too. */
function withClosed(reading: Reading, starts: readonly Candidate[], candidates: readonly Candidate[]): readonly Candidate[] {
  const closed = candidates.filter((candidate) => isClosedTitle(reading, candidate));
  if (closed.length === 0) return starts;
  return starts.flatMap((start, at) => {
    const next = starts[at + 1] ?? { number: Number.POSITIVE_INFINITY, index: Number.POSITIVE_INFINITY };
    const isLast = at === starts.length - 1;
    const found = [start];
    for (const one of closed) {
      const last = found.at(-1) ?? start;
      // After the last, closed items may be counted from a number of their own: 101.
      const counts = one.number === last.number + 1 ? one.number < next.number : isLast && one.strong && one.number > last.number;
      if (counts && one.index > last.index && one.index < next.index) found.push(one);
    }
    return found;
  });
}

function isClosedTitle({ lines, patterns }: Reading, { index, title }: Candidate): boolean {
  const line = lines[index];
  const words = line?.text.slice(title).toLowerCase() ?? '';
  return (
    (line?.gap ?? 0) > 0 &&
    patterns.vocabulary.closed.some((word) => words === word || words.startsWith(`${word}:`) || words.startsWith(`${word} `))
  );
}

const headerEnds = ['agendaDate', 'ignoredDate', 'place'];

/** "Punkt 1: …", "Punkt 2: …", each apart from what stands above and without an end: headings, whatever stands under them. */
function areHeadings(reading: Reading, { starts }: Chain): boolean {
  return (
    starts.length > 2 &&
    starts.every(({ index, number }, at) => {
      const line = reading.lines[index];
      return (
        line !== undefined && line.gap > 0 && isTitleLike(line.text) && (at === 0 || number === (starts[at - 1]?.number ?? 0) + 1)
      );
    })
  );
}

/** Whether most of the numbers stand over a case number. */
function areCases(reading: Reading, { starts }: Chain): boolean {
  const isOver = ({ index }: { readonly index: number }): boolean =>
    [1, 2, 3, 4].some((step) => reading.labels[index + step]?.kind === 'case');
  return starts.filter(isOver).length >= starts.length * 0.5;
}

function numberedStarts(reading: Reading, style: StartStyle, starts: readonly Candidate[]): readonly Start[] {
  return starts.map(({ index, number, title }) => {
    if (style === 'case-after-title') {
      const above = titleAbove(reading, index);
      return { number, from: above?.line ?? index, title: above, body: index + 1 };
    }
    const fills = title >= (reading.lines[index]?.text.length ?? 0);
    const next = fills ? index + 1 : index;
    return { number, from: index, title: { line: next, offset: fills ? 0 : title, lines: null }, body: index + 1 };
  });
}

/** Where the case number stands over each item's heading, and not under it, the item begins with it. */
function withCaseAbove(starts: readonly Start[], reading: Reading): readonly Start[] {
  const isCase = (index: number): boolean => reading.labels[index]?.kind === 'case';
  const above = starts.filter(({ from }) => isCase(from - 1)).length;
  const below = starts.filter(({ body }) => isCase(body) || isCase(body + 1)).length;
  return above <= below ? starts : starts.map((start) => (isCase(start.from - 1) ? { ...start, from: start.from - 1 } : start));
}

/** An agenda that is only a list of titles: numbers from one item to the next without a hole. */
function listed(reading: Reading): readonly Start[] {
  for (const style of ['point', 'minute', 'numbered', 'bare'] as const) {
    const found = candidatesOf(reading, style).map((candidate) => ({ ...candidate, weight: candidate.weight + 6 }));
    const chain = bestChain(found);
    const isWhole = chain.starts.every(({ number }, at) => at === 0 || number === (chain.starts[at - 1]?.number ?? 0) + 1);
    if (chain.starts.length >= 2 && isWhole) return numberedStarts(reading, style, chain.starts);
  }
  return [];
}

function bounded(starts: readonly Start[], reading: Reading): readonly Block[] {
  let group: string | null = null;
  return starts.map((start, at) => {
    const isOfBefore = starts[at - 1]?.body === start.from - 1 && (starts[at - 1]?.title?.line ?? -1) >= 0;
    if (!isOfBefore) group = groupAt(reading, start.from - 1) ?? group;
    const next = starts[at + 1]?.from;
    if (next === undefined) return { ...start, to: lastLine(reading, starts), group };
    return { ...start, to: isGroupHeading(reading, next - 1) && next - 1 > start.body ? next - 1 : next, group };
  });
}

/** "B. Sager til orientering" over items. */
const lettered = /^(?:\p{Lu}|[IVX]{1,4})\.\s+\p{Lu}[\p{L}\s,/-]{3,60}$/u;

/** The committee whose cases follow, or a letter and the kind of cases, stands right over an item and belongs to none. */
function isGroupHeading({ lines, labels, patterns }: Reading, index: number): boolean {
  const { text, gap } = lines[index] ?? { text: '', gap: 0 };
  return lettered.test(text) || (gap > 0 && labels[index] === null && isBody(text, patterns));
}

function groupAt(reading: Reading, index: number): string | null {
  const label = reading.labels[index] ?? null;
  if (label?.kind === 'group') return label.words;
  const text = reading.lines[index]?.text ?? '';
  return label === null && lettered.test(text) ? text.toLowerCase() : null;
}

/** The last item ends where a list for all of them begins. */
function lastLine(reading: Reading, starts: readonly Start[]): number {
  const { documentLists } = reading.patterns.vocabulary;
  const first = starts[0]?.from ?? 0;
  const lists = reading.labels.flatMap((label, index) =>
    index > first && label !== null && documentLists.includes(label.words) ? [index] : [],
  );
  const [only] = lists;
  const isForAll = starts.length > 1 && lists.length === 1 && only !== undefined && only > (starts.at(-1)?.from ?? 0);
  return isForAll ? only : reading.lines.length;
}
