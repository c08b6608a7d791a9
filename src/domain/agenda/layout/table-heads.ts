import type { Label } from './labels.ts';
import type { Line } from './lines.ts';

const longestHead = 25;
const fewestCells = 3;
const longestCell = 12;

/** "Indstilling" and "Beslutning" right over "x", or right above one another over a row of columns, are a table's head and no sections. */
export function withoutTableHeads(lines: readonly Line[], labels: readonly (Label | null)[]): readonly (Label | null)[] {
  const heads = new Set<number>();
  lines.forEach(({ text, gap }, index) => {
    if (/^x$/i.test(text))
      for (let at = index - 1; labels[at] != null && (lines[at]?.text.length ?? 0) < longestHead; at -= 1) heads.add(at);
    else if (gap === 0 && isRow(text)) {
      const above = bareAbove(lines, labels, index);
      if (above.length > 1) for (const at of above) heads.add(at);
    }
  });
  return heads.size === 0 ? labels : labels.map((label, index) => (heads.has(index) ? null : label));
}

/** Short words or abbreviations in columns, and no figures. */
function isRow(text: string): boolean {
  const cells = text.split(/\s*\t\s*|\s{3,}/);
  return cells.length >= fewestCells && cells.every((cell) => cell.length <= longestCell && !/[\d.:]/.test(cell));
}

/** The headings right above a line, and right above one another, that have nothing but themselves on their lines. */
function bareAbove(lines: readonly Line[], labels: readonly (Label | null)[], index: number): readonly number[] {
  const found: number[] = [];
  for (let at = index - 1; at >= 0; at -= 1) {
    const [line, label] = [lines[at], labels[at] ?? null];
    if (line === undefined || label === null || label.content < line.text.length || line.text.endsWith(':')) break;
    if (line.text.length >= longestHead) break;
    found.push(at);
    if (line.gap > 0) break;
  }
  return found;
}
