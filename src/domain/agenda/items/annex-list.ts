import type { AgendaItem } from '../agenda.ts';
import type { Line } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import { titlesOf } from '../sections/annexes.ts';
import { endsText } from '../sections/end.ts';
import { titleKey } from './title.ts';

const ordinal = /^(\d{1,4})[.):]?\s+(?=\S)/;
/** A shorter beginning of a title may be another's. */
const shortestStart = 15;

/** Items with the annexes of a list for all of them ("Bilagsliste", number and title over annexes), where none stand under the item. */
export function withListedAnnexes(items: readonly AgendaItem[], reading: Reading): readonly AgendaItem[] {
  const listed = listedAnnexes(items, reading);
  return items.map((item, at) => {
    const annexes = listed.get(at) ?? [];
    return item.annexes.length > 0 || annexes.length === 0 ? item : { ...item, annexes, emptyAnnexHeading: false };
  });
}

function listedAnnexes(items: readonly AgendaItem[], reading: Reading): ReadonlyMap<number, readonly string[]> {
  const under = new Map<number, Line[]>();
  const places = placesOf(items);
  for (const lines of listsIn(items, reading)) {
    let own: Line[] | null = null;
    for (let index = 0; index < lines.length; index += 1) {
      const found = itemAt(lines, index, places, reading);
      if (found === null) {
        const line = lines[index];
        if (line !== undefined) own?.push(line);
        continue;
      }
      own = [];
      under.set(found.item, own);
      index += found.lines - 1;
    }
  }
  return new Map([...under].map(([item, lines]) => [item, titlesOf(lines, reading)]));
}

/** The lists before the first item and after the last one begins, each to where another text or list begins. */
function listsIn(items: readonly AgendaItem[], { lines, labels, patterns }: Reading): readonly (readonly Line[])[] {
  const [first, last] = [items[0]?.line ?? 0, items.at(-1)?.line ?? 0];
  const { documentLists } = patterns.vocabulary;
  return labels.flatMap((label, index) => {
    const number = lines[index]?.number ?? 0;
    if (label === null || !documentLists.includes(label.words) || (number > first && number < last)) return [];
    const own = lines.slice(index + 1);
    const end = own.findIndex(
      (line, at) =>
        (number < first && line.number >= first) || labels[index + 1 + at]?.kind === 'contents' || endsText(line, patterns),
    );
    return [end === -1 ? own : own.slice(0, end)];
  });
}

/** Where each item stands among them: by number and title, by title alone, and by number alone. */
function placesOf(items: readonly AgendaItem[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const keep = (key: string, item: number): unknown => places.has(key) || places.set(key, item);
  items.forEach(({ number, title }, item) => {
    const key = titleKey(title ?? '');
    if (key !== '') keep(`${number ?? ''}|${key}`, item);
    if (key !== '') keep(`|${key}`, item);
    if (number !== null) keep(`${number}|`, item);
  });
  return places;
}

/** The item whose number and title, or title alone, a line says; a title may be broken over two lines. */
function itemAt(
  lines: readonly Line[],
  index: number,
  places: ReadonlyMap<string, number>,
  { patterns }: Reading,
): { readonly item: number; readonly lines: number } | null {
  const text = (lines[index]?.text ?? '').replace(patterns.annexesTo, '');
  const point = patterns.point.exec(text);
  const counted = point ?? ordinal.exec(text);
  const number = counted?.[1] === undefined ? '' : `${Number(counted[1])}`;
  const key = titleKey(point?.[2] ?? text.slice(counted?.[0].length ?? 0));
  const whole = key === '' ? undefined : places.get(`${number}|${key}`);
  if (whole !== undefined) return { item: whole, lines: 1 };
  if (number === '') return null;
  const isStart = key === '' || key.length >= shortestStart;
  const broken = isStart ? places.get(`${number}|${key}${titleKey(lines[index + 1]?.text ?? '')}`) : undefined;
  if (broken !== undefined) return { item: broken, lines: 2 };
  const alone = point !== null && key === '' ? places.get(`${number}|`) : undefined;
  return alone === undefined ? null : { item: alone, lines: 1 };
}
