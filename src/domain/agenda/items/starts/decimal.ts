import type { Reading } from '../../layout/reading.ts';
import type { LabelKind } from '../../words/vocabulary.ts';
import type { Block } from '../block.ts';

const decimal = /^(\d{1,2}\.\d{1,2})\.?\s+(?=\p{Lu})/u;
const group = /^\d{1,2}\.\s+\p{Lu}/u;
const ofItems: readonly LabelKind[] = ['case', 'recommendation', 'recommendationAndDecision', 'decision'];

/** Items numbered within groups: "2. Sager til beslutning" over "2.1 Takster". None where fewer than two of them are told as items are. */
export function decimalBlocks({ lines, labels }: Reading): readonly Block[] {
  const found = lines.flatMap(({ text }, index) => {
    const mark = labels[index] === null ? decimal.exec(text) : null;
    return mark === null ? [] : [{ index, number: Number(mark[1]), offset: mark[0].length }];
  });
  const isRising = found.every(({ number }, at) => at === 0 || number >= (found[at - 1]?.number ?? 0));
  const told = found.filter(({ index }, at) =>
    labels.slice(index, found[at + 1]?.index).some((label) => label !== null && ofItems.includes(label.kind)),
  );
  if (!isRising || told.length < 2 || told.length < found.length * 0.6) return [];
  return found.map(({ index, number, offset }, at) => {
    const next = found[at + 1]?.index ?? lines.length;
    const isGroup = next - 1 > index && group.test(lines[next - 1]?.text ?? '');
    const title = { line: index, offset, lines: null };
    return { number, from: index, to: isGroup ? next - 1 : next, title, body: index + 1, group: null };
  });
}
