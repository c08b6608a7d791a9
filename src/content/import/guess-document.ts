import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Standing } from '../../domain/source/source.ts';
import { contentFolder } from '../content-folder.ts';

const words = z.array(z.string());
const file = z.strictObject({
  municipalityBefore: words,
  municipalityAfter: words,
  standing: z.strictObject({ adopted: words, recommended: words, described: words }),
  municipalities: words,
});

/** The words by which a document's municipality and standing are guessed. */
export type ImportWords = z.output<typeof file>;

/** Reads `content/vocabulary/import.yaml`. */
export function readImportWords(folder: string = contentFolder): ImportWords {
  return file.parse(parse(readFileSync(join(folder, 'vocabulary', 'import.yaml'), 'utf8')));
}

/** The municipality that the text names most often as one; null where none or two equally. */
export function guessMunicipality(
  text: string,
  { municipalities, municipalityBefore, municipalityAfter }: ImportWords,
): string | null {
  const counts = municipalities.map((name) => {
    const places = [
      ...municipalityBefore.map((word) => `${name} ${word}`),
      ...municipalityAfter.map((word) => `${word} ${name}`),
    ];
    return { name, count: places.reduce((sum, place) => sum + text.split(place).length - 1, 0) };
  });
  const [first, second] = counts.filter(({ count }) => count > 0).sort((left, right) => right.count - left.count);
  return first === undefined || first.count === second?.count ? null : first.name;
}

/** The year that the head of the text names most often; the latest of equals. */
export function guessYear(text: string): number | null {
  const counts = new Map<number, number>();
  for (const [written] of text.slice(0, 4_000).matchAll(/(?<![\d.,-])(?:19[89]|20[0-4])\d(?![\d.]*\d|-\d{5})/g))
    counts.set(Number(written), (counts.get(Number(written)) ?? 0) + 1);
  const [best] = [...counts].sort(([year, count], [otherYear, otherCount]) => otherCount - count || otherYear - year);
  return best?.[0] ?? null;
}

/** Whether the text reads as adopted, recommended or described; the title counts before the text. */
export function guessStanding(title: string, text: string, { standing }: ImportWords): Standing | null {
  const kinds = ['recommended', 'described', 'adopted'] as const;
  const inTitle = kinds.find((kind) => standing[kind].some((word) => title.includes(word)));
  return (
    inTitle ??
    (['adopted', 'recommended', 'described'] as const).find((kind) => standing[kind].some((word) => text.includes(word))) ??
    null
  );
}

/** The first line that reads as a heading. */
export function guessTitle(text: string): string | null {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.find((line) => line.length >= 8 && line.length <= 160 && /\p{L}{3}/u.test(line) && !line.includes('\t')) ?? null;
}
