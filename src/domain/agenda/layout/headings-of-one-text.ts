import type { Patterns } from '../words/patterns.ts';
import type { LabelKind } from '../words/vocabulary.ts';
import { headingKind } from './heading-words.ts';
import type { Label } from './labels.ts';
import type { Line } from './lines.ts';

type Labels = readonly (Label | null)[];

const ordinal = /^\d{1,2}\.\s+(?=\p{Lu})/u;
const mostWords = 4;
const sections: ReadonlySet<LabelKind> = new Set([
  ...(['matter', 'caseStatement', 'background', 'economy', 'legalBasis', 'recommendation', 'decision'] as const),
]);

/** Adds headings that only the whole text shows to be headings: numbered ones, and ones with their section on the same line. */
export function withHeadingsOfOneText(lines: readonly Line[], labels: Labels, patterns: Patterns): Labels {
  const has = (found: Labels, kind: LabelKind): boolean => found.some((label) => label?.kind === kind);
  const among = (found: Labels): Labels => labels.map((label, index) => label ?? found[index] ?? null);
  const numbered = lines.map(({ text }, index) => (labels[index] === null ? numberedHeading(text, patterns) : null));
  if (has(numbered, 'matter') && has(numbered, 'recommendation')) return among(numbered);
  if (has(labels, 'decision') || has(labels, 'recommendation')) return labels;
  const begun = lines.map(({ text }, index) => (labels[index] === null ? begunHeading(text, patterns) : null));
  return has(begun, 'decision') && (has(begun, 'recommendation') || has(begun, 'matter')) ? among(begun) : labels;
}

/** "1. Resume", "2. Indstilling": the sections themselves are numbered. */
function numberedHeading(text: string, patterns: Patterns): Label | null {
  const mark = text.length > 70 ? null : ordinal.exec(text);
  if (mark === null) return null;
  const title = text.slice(mark[0].length);
  const words = title.toLowerCase().replace(/:$/, '');
  const kind = headingKind(title, words, patterns);
  return kind === null ? null : { kind, words, content: text.length, heading: null };
}

/** "Beslutning Godkendt.": a heading with its section behind it on the line. */
function begunHeading(text: string, { vocabulary }: Patterns): Label | null {
  if (!/^\p{Lu}/u.test(text)) return null;
  const parts = text.slice(0, 80).split(' ', mostWords + 1);
  for (let count = Math.min(mostWords, parts.length - 1); count > 0; count -= 1) {
    const words = parts.slice(0, count).join(' ');
    const kind = vocabulary.labels.get(words.toLowerCase());
    if (kind !== undefined && sections.has(kind) && /^\p{Lu}/u.test(parts[count] ?? ''))
      return { kind, words: words.toLowerCase(), content: words.length + 1, heading: null };
  }
  return null;
}
