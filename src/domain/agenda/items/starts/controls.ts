import type { Reading } from '../../layout/reading.ts';
import { isTitleLike } from '../title.ts';

interface Start {
  readonly number: null;
  readonly from: number;
  readonly title: { readonly line: number; readonly offset: number; readonly lines: number } | null;
  readonly body: number;
}

const fewest = 3;

/** Where the same button of a web page stands over every case number, it begins the items without one too; none where it does not. */
export function startsUnderControls(reading: Reading, cases: readonly number[]): readonly Start[] {
  const { lines, controls } = reading;
  const places = new Map<string, Set<number>>();
  lines.forEach(({ number }, index) => {
    const control = controls.get(number);
    if (control !== undefined) places.set(control, (places.get(control) ?? new Set()).add(index));
  });
  for (const marks of places.values()) {
    const isOver = cases.every((mark) => marks.has(mark) || marks.has(mark - 1));
    if (marks.size >= fewest && marks.size > cases.length && cases.length > 0 && isOver)
      return [...marks].map((index) => startAt(reading, index));
  }
  return [];
}

/** A line over the case number is the item's title: "Lukket sag". */
function startAt({ lines, labels }: Reading, index: number): Start {
  const [label, below] = [labels[index], labels[index + 1]];
  const isTitle = (label === null || label?.kind === 'group') && below?.kind === 'case' && isTitleLike(lines[index]?.text ?? '');
  const title = isTitle ? { line: index, offset: 0, lines: 1 } : null;
  return { number: null, from: index, title, body: isTitle ? index + 1 : index };
}
