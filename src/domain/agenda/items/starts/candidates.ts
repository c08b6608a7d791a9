import type { Reading } from '../../layout/reading.ts';
import { leadingCaseNumber, trailingCaseNumber } from '../../words/case-numbers.ts';
import type { Candidate } from '../block.ts';
import { isTitleLike } from '../title.ts';
import { likeTheOthers, repeatedIn } from './likeness.ts';

/** How a text may begin its items. */
export type StartStyle = 'point' | 'number-over-title' | 'keyed' | 'case-after-title' | 'numbered' | 'bare' | 'minute';

const bullet = /^(?:(?:[\u2022\u00b7]|[-*](?=\s+(?:Punkt|Pkt)))\s+|#(?=\d))/;
const numbered = /^(?!(?:19|20)\d\d\.$)(\d{1,4})(?:[.):](?:\s+|$)|\/\s+(?=\p{Lu}))/u;
const numberedTight = /^(\d{1,4})\.(?=\p{Lu}\p{Ll})/u;
const bare = /^(\d{1,3})\s*[-\u2013]?\s+(?=\p{Lu})/u;
const keyed = /^(\d{1,3})(?:\s*\/\s*|\s+)(?=\S{5,30}\s+\S)/;
/** "\u2022 7" over a title. */
const aloneBehindBullet = /^[\u2022\u00b7]\s+(\d{1,3})\.?$/;
const lookahead = 6;
/** "Sag nr. 3" alone on a line can hardly be anything else. */
const overTitle = 2;

/** The lines that may begin an item in one style, each weighed by what follows it. */
export function candidatesOf(reading: Reading, style: StartStyle): readonly Candidate[] {
  if (style === 'case-after-title' && !numbersFollowTitles(reading)) return [];
  if (style === 'number-over-title' && numbersFollowTitles(reading)) return [];
  const found = reading.lines.flatMap((line, index) => {
    if (line.text.length > 400) return [];
    const skipped = bullet.exec(line.text)?.[0].length ?? 0;
    const alone = style === 'number-over-title' && skipped > 0 ? aloneBehindBullet.exec(line.text) : null;
    const start =
      alone === null
        ? startIn(line.text.slice(skipped), style, reading)
        : { number: Number(alone[1]), title: line.text.length - skipped };
    if (start === null || reading.patterns.ordinalStart.test(line.text) || isInsideLabel(reading, index, style)) return [];
    return [{ index, number: start.number, title: skipped + start.title }];
  });
  const passages = passagesOf(reading, found);
  const isPlain = style === 'numbered' || style === 'bare';
  const isRepeated = repeatedIn(reading, found);
  const weighed = found.map((candidate, at) => {
    const next = nextOther(found, at);
    const limit = style === 'case-after-title' ? Number.POSITIVE_INFINITY : next;
    const strong = isStrong(reading, candidate.index, limit) && !isInside(reading, candidate.index, passages);
    const before = found[at - 1];
    const isKnown = isRepeated(at);
    const isListed =
      isPlain &&
      !isKnown &&
      reading.lines[candidate.index]?.gap === 0 &&
      before?.index === candidate.index - 1 &&
      before.number === candidate.number - 1;
    return {
      ...candidate,
      strong,
      weight:
        weightOf(reading, candidate, strong, next) +
        (strong || style !== 'number-over-title' ? 0 : overTitle) +
        (isKnown ? 1.5 : 0) -
        (isListed ? (isOfAnotherList(found, at) ? 6 : 3) : 0),
    };
  });
  return likeTheOthers(reading, weighed);
}

/** Whether lines right above one another count from 1 to this one, and 1 was counted before: another list. */
function isOfAnotherList(found: readonly { readonly index: number; readonly number: number }[], at: number): boolean {
  const [last, place] = [found[at], found[at]?.index ?? 0];
  const first = last === undefined ? undefined : found[at - last.number + 1];
  return last !== undefined && first?.number === 1 && first.index === place - last.number + 1 && found[0]?.index !== first.index;
}

/** Where an item begins in a line; "(Lukket)" or "- Lukket -" between number and title is passed over. */
function startIn(line: string, style: StartStyle, reading: Reading): { number: number; title: number } | null {
  const { openMark, openDash } = reading.patterns;
  const mark = openMark.exec(line.slice(0, 60)) ?? openDash.exec(line.slice(0, 60));
  if (mark === null || mark.index > 16) return plainStart(line, style, reading);
  const start = plainStart(`${line.slice(0, mark.index)}${line.slice(mark.index + mark[0].length)}`, style, reading);
  return start === null || start.title < mark.index ? start : { ...start, title: start.title + mark[0].length };
}

function plainStart(text: string, style: StartStyle, reading: Reading): { number: number; title: number } | null {
  const { patterns } = reading;
  const found =
    style === 'point'
      ? (patterns.point.exec(text) ?? patterns.titledPoint.exec(text))
      : style === 'case-after-title'
        ? patterns.caseAfterTitle.exec(text)
        : style === 'number-over-title'
          ? patterns.untitledPoint.exec(text)
          : style === 'numbered'
            ? (numbered.exec(text) ?? numberedTight.exec(text))
            : style === 'bare'
              ? bare.exec(text)
              : style === 'minute'
                ? patterns.minutePoint.exec(text)
                : keyed.exec(text);
  if (found === null) return null;
  if (style === 'keyed' && leadingCaseNumber(text.slice(found[0].length)) === null) return null;
  if (style === 'case-after-title') return { number: Number(found[1]), title: text.length };
  const title = style === 'point' || style === 'minute' ? text.length - (found[2] ?? '').length : found[0].length;
  return { number: Number(found[1]), title };
}

/** Whether most numbers on lines of their own ("Sag nr. 12") stand under their titles, and not over them. */
function numbersFollowTitles({ lines, labels, patterns }: Reading): boolean {
  let [under, all] = [0, 0];
  lines.forEach(({ text }, index) => {
    if (text.length > 30 || !patterns.caseAfterTitle.test(text)) return;
    all += 1;
    const above = lines[index - 1]?.text ?? '';
    if (labels[index - 1] === null && isTitleLike(above) && !patterns.titledPoint.test(above)) under += 1;
  });
  return under > all * 0.5;
}

function isInsideLabel(reading: Reading, index: number, style: StartStyle): boolean {
  const label = reading.labels[index] ?? null;
  return (
    label !== null && style !== 'case-after-title' && !(label.kind === 'case' && /^(?:point|number-over-title)$/.test(style))
  );
}

function nextOther(found: readonly { readonly index: number; readonly number: number }[], at: number): number {
  const number = found[at]?.number;
  for (let next = at + 1; next < found.length && next < at + 4; next += 1)
    if (found[next]?.number !== number) return found[next]?.index ?? Number.POSITIVE_INFINITY;
  return found[at + 4]?.index ?? Number.POSITIVE_INFINITY;
}

const headKinds = new Set([
  ...['case', 'document', 'meta', 'matter', 'caseStatement', 'background', 'recommendation', 'decision'],
  ...['recommendationAndDecision', 'group', 'competence'],
]);

function isStrong(reading: Reading, index: number, next: number): boolean {
  for (let at = index + 1; at <= index + lookahead && at < next; at += 1) {
    const label = reading.labels[at] ?? null;
    // Those absent may stand right under a title.
    if (label?.kind === 'absent' && at === index + 1) continue;
    if (label !== null) return headKinds.has(label.kind);
    if ((reading.lines[at]?.text.length ?? 0) > 300) return false;
  }
  const text = reading.lines[index]?.text ?? '';
  return leadingCaseNumber(text.replace(/^\D*\d{1,4}[./]?\s*/, '')) !== null || trailingCaseNumber(text) !== null;
}

/** Which heading follows which, and how often a possible start stands between them. */
function passagesOf(
  reading: Reading,
  found: readonly { readonly index: number }[],
): ReadonlyMap<string, readonly [number, number]> {
  const starts = new Set(found.map(({ index }) => index));
  const passages = new Map<string, readonly [number, number]>();
  let [before, seen] = ['', false];
  reading.labels.forEach((label, index) => {
    seen = seen || starts.has(index);
    if (label === null) return;
    const key = `${before}>${label.kind}`;
    const [all, started] = passages.get(key) ?? [0, 0];
    passages.set(key, [all + 1, started + (seen ? 1 : 0)]);
    [before, seen] = [label.kind, false];
  });
  return passages;
}

/** Between two headings that usually follow each other inside an item no item begins: the number is a list's. */
function isInside(reading: Reading, index: number, passages: ReadonlyMap<string, readonly [number, number]>): boolean {
  const [before, after] = [nearLabel(reading, index, -1), nearLabel(reading, index, 1)];
  if (after === null || ['case', 'document', 'meta', 'group'].includes(after)) return false;
  const [all, started] = passages.get(`${before ?? ''}>${after}`) ?? [1, 1];
  return started < all * 0.6;
}

function nearLabel(reading: Reading, index: number, step: 1 | -1): string | null {
  for (let at = index + step; at >= 0 && at < reading.lines.length && Math.abs(at - index) < 400; at += step) {
    const kind = reading.labels[at]?.kind;
    if (kind !== undefined) return kind;
  }
  return null;
}

function weightOf(
  reading: Reading,
  candidate: { readonly index: number; readonly title: number },
  strong: boolean,
  next: number,
): number {
  const line = reading.lines[candidate.index];
  const title = line?.text.slice(candidate.title).replace(/^[*"\u201d]+/, '') ?? '';
  const words = reading.patterns.vocabulary;
  let weight = strong ? 3 : endsAnItem(reading, candidate.index) ? 0 : -1.5;
  if (title === '') weight -= 0.5;
  if (/^\p{Ll}/u.test(title)) weight -= 4;
  if (title.toLowerCase().startsWith(`${words.clauseWord} `)) weight -= 3;
  if (/[,;]$/.test(title)) weight -= 2;
  if (/[^.]\.$/.test(title) && title.split(' ').length > 5) weight -= 3;
  if (/\t[-+\d.,]+(?:\t|$)/.test(title)) weight -= 3;
  if (title.length > 250) weight -= 2;
  if (next === candidate.index + 1) weight -= 1.5;
  if ((line?.gap ?? 0) > 0) weight += 0.3;
  if (isUnder(reading, candidate.index, 'recommendation')) weight -= 2;
  if (title !== '' && [1, 2, 3].some((step) => reading.labels[candidate.index + step]?.kind === 'case')) weight += 1;
  return weight;
}

/** Whether what stands before can end an item: its decision, its annexes, a heading over a group of items. */
function endsAnItem(reading: Reading, index: number): boolean {
  return ['decision', 'attachments', 'group', 'absent'].some((kind) => isUnder(reading, index, kind));
}

export function isUnder(reading: Reading, index: number, kind: string): boolean {
  for (let at = index - 1; at >= 0 && at > index - 12; at -= 1) {
    const label = reading.labels[at] ?? null;
    if (label !== null) return label.kind === kind;
  }
  return false;
}
