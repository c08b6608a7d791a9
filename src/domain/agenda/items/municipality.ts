import type { Reading } from '../layout/reading.ts';
import { oneOf } from '../words/patterns.ts';

const enough = 200_000;

/** The municipality that the text names most often as one. @da kommune */
export function municipalityOf(reading: Reading): string | null {
  const { municipalityWord, municipalityBefore, councils } = reading.patterns.vocabulary;
  const text = reading.source.slice(0, enough);
  const name = '(\\p{Lu}[\\p{L}]+(?:-\\p{Lu}\\p{L}+)?)';
  const upper = capitalised(municipalityWord);
  const named = mostOften([...text.matchAll(new RegExp(`(?<![\\p{L}-])${name}\\s+${upper}s?(?![\\p{L}])`, 'gu'))]);
  if (named !== null) return withoutGenitive(named);
  const shouted = mostOften([
    ...text
      .slice(0, 3000)
      .matchAll(
        new RegExp(`(?<![\\p{L}-])(\\p{Lu}{3,}(?:-\\p{Lu}{3,})?)\\s+${municipalityWord.toUpperCase()}(?![\\p{L}])`, 'gu'),
      ),
  ]);
  if (shouted !== null) return shouted.charAt(0) + shouted.slice(1).toLowerCase();
  const before = oneOf(municipalityBefore.map(capitalised));
  const after = oneOf(councils.map(capitalised));
  return (
    mostOften([...text.matchAll(new RegExp(`(?<![\\p{L}-])(?:${before})\\s+${name}`, 'gu'))]) ??
    mostOften([...text.matchAll(new RegExp(`(?<![\\p{L}-])${name}\\s+(?:${after})(?![\\p{L}-])`, 'gu'))])
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function mostOften(found: readonly RegExpMatchArray[]): string | null {
  const counts = new Map<string, number>();
  for (const match of found) counts.set(match[1] ?? '', (counts.get(match[1] ?? '') ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** "Københavns Kommune" is København. Names that themselves end in s keep it. */
function withoutGenitive(name: string): string {
  return /(?:havn|borg|lund|sund)s$/u.test(name) ? name.slice(0, -1) : name;
}
