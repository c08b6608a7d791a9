import type { Reading } from '../layout/reading.ts';
import { capitalised, oneOf } from '../words/patterns.ts';

const enough = 200_000;

const headLines = 25;
const ofHead = 2000;

/** The municipality in the head of the text, or else the one that it names most often. @da kommune */
export function municipalityOf(reading: Reading): string | null {
  return municipalityInHead(reading) ?? municipalityNamed(reading);
}

/** "FREDERIKSBERG KOMMUNE" on a line of its own, or in the first column of one. */
function municipalityInHead({ source, patterns }: Reading): string | null {
  const { municipalityWord, municipalityCompounds } = patterns.vocabulary;
  const words = oneOf([municipalityWord, ...municipalityCompounds].flatMap((word) => [capitalised(word), word.toUpperCase()]));
  const alone = new RegExp(`^[#*\\s]*(\\p{Lu}\\p{L}+(?:-\\p{Lu}\\p{L}+)?) (?:${words})[*]*(?=\\s*$|\\t|\\s{3,})`, 'u');
  for (const line of source.slice(0, ofHead).split('\n', headLines)) {
    const name = alone.exec(line)?.[1];
    if (name !== undefined) return withoutGenitive(name === name.toUpperCase() ? inSmall(name) : name);
  }
  return null;
}

function municipalityNamed(reading: Reading): string | null {
  const { municipalityWord, municipalityCompounds, municipalityBefore, councils } = reading.patterns.vocabulary;
  const text = reading.source.slice(0, enough);
  const name = '(\\p{Lu}[\\p{L}]+(?:-\\p{Lu}\\p{L}+)?)';
  const upper = `(?:${oneOf([municipalityWord, ...municipalityCompounds].map(capitalised))})`;
  const named = mostOften([...text.matchAll(new RegExp(`(?<![\\p{L}-])${name}\\s+${upper}s?(?![\\p{L}])`, 'gu'))]);
  if (named !== null) return withoutGenitive(named);
  const shouted = mostOften([
    ...text
      .slice(0, 3000)
      .matchAll(
        new RegExp(`(?<![\\p{L}-])(\\p{Lu}{3,}(?:-\\p{Lu}{3,})?)\\s+${municipalityWord.toUpperCase()}(?![\\p{L}])`, 'gu'),
      ),
  ]);
  if (shouted !== null) return inSmall(shouted);
  const before = oneOf(municipalityBefore.map(capitalised));
  const after = oneOf(councils.map(capitalised));
  return (
    mostOften([...text.matchAll(new RegExp(`(?<![\\p{L}-])(?:${before})\\s+${name}`, 'gu'))]) ??
    mostOften([...text.matchAll(new RegExp(`(?<![\\p{L}-])${name}\\s+(?:${after})(?![\\p{L}-])`, 'gu'))])
  );
}

function inSmall(name: string): string {
  return name.toLowerCase().split('-').map(capitalised).join('-');
}

function mostOften(found: readonly RegExpMatchArray[]): string | null {
  const counts = new Map<string, number>();
  for (const match of found) counts.set(match[1] ?? '', (counts.get(match[1] ?? '') ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** "Københavns Kommune" is København. Names that themselves end in s keep it. */
function withoutGenitive(name: string): string {
  return /(?:havn|borg|lund|land|sund|holm)s$/u.test(name) ? name.slice(0, -1) : name;
}
