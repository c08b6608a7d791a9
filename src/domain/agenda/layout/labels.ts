import { isCaseNumber, labelledCaseNumber, leadingCaseNumber } from '../words/case-numbers.ts';
import type { Patterns } from '../words/patterns.ts';
import type { LabelKind } from '../words/vocabulary.ts';
import { absenceHeadingOf, type DecisionHeading, decisionHeadingOf, earlierHeadingOf } from './decision-heading.ts';
import { headingKind } from './heading-words.ts';
import { type Line, unspaced } from './lines.ts';

/** A heading found at the start of a line. */
export interface Label {
  readonly kind: LabelKind;
  /** The heading's words, lower case. */
  readonly words: string;
  /** Where the content begins in the line; its length where the heading fills the line. */
  readonly content: number;
  readonly heading: DecisionHeading | null;
}

/** "AMBHOL / 09/5521" */
const initials = /^\p{Lu}{2,8}\s\/\s(?=\d)/u;
const bullet = /^[\u2022\u00b7]\s+/;
/** A case number that only its label tells from a date. */
const shortNumber = /^\d{2}\/\d{1,2}$/;
const longest = 70;
const longestHeading = 140;
const inlineKinds: ReadonlySet<LabelKind> = new Set(['agendaDate', 'place', 'present', 'absent', 'body', 'ignoredDate', 'meta']);

/** The heading with which a line begins; null for any other line. A word inside a sentence is no heading. */
export function labelOf(line: Line, patterns: Patterns): Label | null {
  const skipped = bullet.exec(line.text)?.[0].length ?? 0;
  const text = skipped === 0 ? line.text : line.text.slice(skipped);
  const words = unspaced(text);
  if (words !== text) {
    const spaced = plainLabel(words, patterns);
    return spaced === null ? null : { ...spaced, content: line.text.length };
  }
  const found =
    absenceLabel(text, patterns) ?? plainLabel(text, patterns) ?? decisionLabel(text, patterns) ?? caseLine(text, patterns);
  return found === null ? null : { ...found, content: found.content + skipped };
}

/** "Fravær i Socialudvalget, 3. maj 2016:": at whose meeting they were absent. */
function absenceLabel(text: string, patterns: Patterns): Label | null {
  const words = text.slice(0, longest).split(' ', 1)[0] ?? '';
  if (patterns.vocabulary.labels.get(keyOf(words)) !== 'absent' || words.endsWith(':')) return null;
  const heading = absenceHeadingOf(text.slice(words.length + 1), patterns);
  return heading === null ? null : { kind: 'absent', words: keyOf(words), content: words.length + 1 + heading.to, heading };
}

function plainLabel(text: string, patterns: Patterns): Label | null {
  const { labels } = patterns.vocabulary;
  if (text.length <= longestHeading) {
    const words = keyOf(text);
    const kind = headingKind(text, words, patterns);
    if (kind !== null && kind !== 'case' && !(kind === 'document' && text.length > 0 && !text.endsWith(':')))
      return { kind, words, content: text.length, heading: null };
  }
  const colon = text.slice(0, longest).indexOf(':');
  if (colon > 0) {
    const words = keyOf(text.slice(0, colon));
    const kind = labels.get(words);
    const content = colon + 1 + (/^\**\s*/.exec(text.slice(colon + 1, colon + 40))?.[0].length ?? 0);
    const heading = kind === 'decision' ? earlierHeadingOf(text.slice(content), patterns) : null;
    // "BESLUTNING: Socialudvalget den 3. maj 2016"
    if (kind === 'decision' && heading !== null) return { kind, words, content: content + heading.to, heading };
    if (kind !== undefined && kind !== 'group') return { kind, words, content, heading: null };
  }
  return beforeClause(text, patterns) ?? withoutColon(text, patterns);
}

/** "Indstilling om, at planen godkendes": known with its comma. */
function beforeClause(text: string, { vocabulary }: Patterns): Label | null {
  const comma = text.slice(0, longest).indexOf(', ');
  const words = comma === -1 ? '' : keyOf(text.slice(0, comma + 1));
  const kind = vocabulary.labels.get(words);
  return kind === 'recommendation' ? { kind, words, content: comma + 2, heading: null } : null;
}

/** "Sagsnr. 16/6722", "Mødested M2.1", "Fraværende Ingen": the label is the first word or two. */
function withoutColon(text: string, patterns: Patterns): Label | null {
  const { labels } = patterns.vocabulary;
  const words = text.slice(0, longest).split(/\s+/, 3);
  for (const count of [2, 1]) {
    const label = words.slice(0, count).join(' ');
    const kind = labels.get(keyOf(label));
    if (kind === undefined || words.length <= count) continue;
    const content = text.slice(label.length).search(/\S/) + label.length;
    const rest = text.slice(content);
    if (kind === 'case' && patterns.titledPoint.test(text)) continue;
    if (kind === 'case' || kind === 'document') {
      const isShort = label.toLowerCase() === 'sag' || /nr\.?$/i.test(label) === false;
      const isNumber = leadingCaseNumber(`${rest} `) !== null || shortNumber.test(rest);
      if (isNumber || (!isShort && /^\S{0,12}\d/.test(rest) && labelledCaseNumber(rest) !== null))
        return { kind, words: keyOf(label), content, heading: null };
    } else if (inlineKinds.has(kind) && label !== label.toLowerCase() && isFieldValue(kind, rest, patterns))
      return { kind, words: keyOf(label), content, heading: null };
  }
  return null;
}

function isFieldValue(kind: LabelKind, rest: string, patterns: Patterns): boolean {
  if (rest.length > 200 || /[.!?]$/.test(rest)) return patterns.vocabulary.none.includes(rest.toLowerCase());
  if (kind === 'agendaDate' || kind === 'ignoredDate') return /\d/.test(rest);
  if (kind === 'meta') return rest.length < 40 && /^\p{Lu}/u.test(rest);
  if (kind === 'present' || kind === 'absent') return /^\p{Lu}\p{Ll}/u.test(rest);
  return /^[\p{Lu}\d]/u.test(rest);
}

function decisionLabel(text: string, patterns: Patterns): Label | null {
  const heading = decisionHeadingOf(text, patterns);
  if (heading === null) return null;
  const space = /^\s*/.exec(text.slice(heading.to, heading.to + 40))?.[0].length ?? 0;
  return { kind: 'decision', words: patterns.vocabulary.decisionWords[0] ?? '', content: heading.to + space, heading };
}

/** A case number alone, behind who handles it, or beside the word that says whether the item is open. */
function caseLine(text: string, patterns: Patterns): Label | null {
  const isShort = text.length <= 60;
  const access = isShort ? (patterns.access.exec(text)?.[0].length ?? 0) : 0;
  const before = access + (initials.exec(text.slice(access))?.[0].length ?? 0);
  const number = text.slice(before);
  return isCaseNumber(isShort ? number.replace(patterns.accessAfter, '') : number)
    ? { kind: 'case', words: '', content: before, heading: null }
    : null;
}

function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[\s:*_]+$/g, '')
    .trim();
}
