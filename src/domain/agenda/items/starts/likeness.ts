import type { Reading } from '../../layout/reading.ts';
import type { Candidate } from '../block.ts';
import { titleKey } from '../title.ts';

type Found = Pick<Candidate, 'index' | 'number' | 'title'>;

const sectionKinds = new Set(['matter', 'caseStatement', 'background', 'recommendation', 'decision']);

/** Whether a start says number and title of the table of contents, or of the start beside it, once more. */
export function repeatedIn(reading: Reading, found: readonly Found[]): (at: number) => boolean {
  const keys = found.map(
    ({ index, number, title }) => `${number} ${titleKey(reading.lines[index]?.text.slice(title, title + 40) ?? '')}`,
  );
  const first = reading.labels.findIndex((label) => label !== null && sectionKinds.has(label.kind));
  const counts = new Map<string, number>();
  found.forEach(({ index }, at) => {
    const key = keys[at] ?? '';
    if (index < first) counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return (at) => {
    const key = keys[at] ?? '';
    const listed = counts.get(key) ?? 0;
    return keys[at - 1] === key || keys[at + 1] === key || listed > 1 || (listed === 1 && (found[at]?.index ?? 0) >= first);
  };
}

/** Weighs starts by what the sure ones have in common. */
export function likeTheOthers(reading: Reading, candidates: readonly Candidate[]): readonly Candidate[] {
  return likeTheStrong(reading, withCases(reading, candidates));
}

/** Where the sure starts stand over case numbers, one that does not is less sure. */
function withCases(reading: Reading, candidates: readonly Candidate[]): readonly Candidate[] {
  const strong = candidates.filter((candidate) => candidate.strong);
  const isOver = ({ index }: Candidate): boolean => [1, 2, 3, 4].some((step) => reading.labels[index + step]?.kind === 'case');
  if (strong.filter(isOver).length < strong.length * 0.6) return candidates;
  return candidates.map((candidate) =>
    candidate.strong && !isOver(candidate) ? { ...candidate, weight: candidate.weight - 2 } : candidate,
  );
}

/** A start set out like the sure ones is surer; one set out in another way is a list's. */
function likeTheStrong(reading: Reading, candidates: readonly Candidate[]): readonly Candidate[] {
  const forms = new Map<string, number>();
  const strong = candidates.filter((candidate) => candidate.strong);
  for (const candidate of strong) forms.set(formOf(reading, candidate), (forms.get(formOf(reading, candidate)) ?? 0) + 1);
  const [form, count] = [...forms].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
  if (count < strong.length * 0.75 || count < 2) return candidates;
  return candidates.map((candidate) => {
    const isAlike = formOf(reading, candidate) === form;
    const gap = (reading.lines[candidate.index]?.gap ?? 0) > 0;
    const change = isAlike ? (!candidate.strong && gap && form !== plainForm ? 1.5 : 0) : candidate.strong ? -1 : -2;
    return { ...candidate, weight: candidate.weight + change };
  });
}

const plainForm = '|. |';

/** How a start is set out: its bullet, what follows the number, the letter of its kind. */
function formOf(reading: Reading, { index, title }: { readonly index: number; readonly title: number }): string {
  const text = reading.lines[index]?.text ?? '';
  const { accessBeforePoint, openMark, openDash } = reading.patterns;
  const start = text
    .slice(0, title)
    .replace(accessBeforePoint, '')
    .replace(openMark, '')
    .replace(openDash, '')
    .replace(/\d+/, '|')
    .replace(/\s+/g, ' ');
  const [before = '', after = ''] = start.split('|');
  return `${before}|${after}|${/\(\p{Lu}\)$/u.test(text) ? 'letter' : ''}`;
}
