import type { Label } from '../layout/labels.ts';
import type { Reading } from '../layout/reading.ts';
import { isTitleLike, titleAbove } from './title.ts';

interface Start {
  readonly number: null;
  readonly from: number;
  readonly title: { readonly line: number; readonly offset: number; readonly lines: number | null } | null;
  readonly body: number;
}

/** Items without numbers: each new case number, or else each new case statement, begins one. */
export function unnumberedStarts(reading: Reading): readonly Start[] {
  const byCase = startsOf(reading, (label) => label.kind === 'case', true);
  const byStatement = startsOf(reading, (label) => reading.patterns.vocabulary.startLabels.includes(label.words), false);
  const marks = byCase.length > 0 && byCase.length >= byStatement.length * 0.5 && hasSections(reading) ? byCase : byStatement;
  if (marks.length < 2 && isLetter(reading)) return [];
  const sure = marks.filter((index) => isSure(reading, index));
  const titled = sure.filter((index) => titleAbove(reading, index) !== null).length;
  const hasTitles = sure.length === 0 ? marks === byCase : titled >= sure.length * 0.6;
  return marks.map((index) => {
    const title = hasTitles ? titleAbove(reading, index) : null;
    return { number: null, from: title?.line ?? index, title, body: index };
  });
}

/** Marks of one kind; a second mark before any section of the item says the same again. */
function startsOf(reading: Reading, isMark: (label: Label) => boolean, once: boolean): readonly number[] {
  const found: number[] = [];
  let open = false;
  reading.labels.forEach((label, index) => {
    if (label === null) return;
    if (isMark(label)) {
      if (!(once && open)) found.push(index);
      open = true;
    } else if (label.kind !== 'document' && label.kind !== 'meta' && label.kind !== 'group') open = false;
  });
  return found;
}

/** A letter has a case number and sections too. */
function isLetter({ lines, patterns }: Reading): boolean {
  const { letterEndings } = patterns.vocabulary;
  return lines.some(({ text }) => text.length < 60 && letterEndings.some((ending) => text.toLowerCase().startsWith(ending)));
}

function hasSections(reading: Reading): boolean {
  return reading.labels.some(
    (label) => label !== null && ['recommendation', 'decision', 'caseStatement', 'matter'].includes(label.kind),
  );
}

/** After annexes or the text's header a short line may be theirs; after other sections it can only be a title. */
function isSure(reading: Reading, index: number): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const kind = reading.labels[at]?.kind;
    if (kind !== undefined)
      return kind === 'decision' || kind === 'recommendation' || kind === 'other' || kind === 'competence' || kind === 'absent';
    if (index - at > 400) return false;
  }
  return isTitleLike(reading.lines[index - 1]?.text ?? '');
}
