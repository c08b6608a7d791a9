import type { Patterns } from './patterns.ts';

const inCapitals = /\p{Lu}{4}/u;
const capital = /^(?:\p{Lu}|\p{Ll}+ \p{Ll}+ \p{Lu})/u;

/** A committee or council named in a text, without the genitive's s. */
export interface NamedBody {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The committees and councils that a text names. @da udvalg, byråd */
export function namedBodies(text: string, patterns: Patterns): readonly NamedBody[] {
  const written = inCapitals.test(text) ? lowered(text, patterns) : text;
  return [...written.matchAll(patterns.body)]
    .filter((found) => capital.test(found[0]) || patterns.vocabulary.wholeBodies.includes(found[0].toLowerCase()))
    .map((found) => {
      const name = /(?:et|en)s$/u.test(found[0]) ? found[0].slice(0, -1) : found[0];
      return { name: name.replace(/\s+/g, ' '), from: found.index, to: found.index + found[0].length };
    });
}

/** Words in capitals as they are written elsewhere, letter for letter; beside small letters only where they name a committee. */
function lowered(text: string, { vocabulary }: Patterns): string {
  const words = text.match(/\p{Lu}{2,}/gu) ?? [];
  const isNamed = words.some((word) => vocabulary.bodyEndings.some((ending) => word.toLowerCase().endsWith(ending)));
  if (!isNamed && /\p{Ll}/u.test(text)) return text;
  return text.replace(/(?<!\p{L})\p{Lu}+(?!\p{Ll})/gu, (word) => {
    const lower = word.toLowerCase();
    const isSmall = vocabulary.bodyJoiners.includes(lower) || vocabulary.connectors.includes(lower);
    return isSmall ? lower : `${word.charAt(0)}${lower.slice(1)}`;
  });
}

/** Whether two names mean the same committee, however it is declined. */
export function isSameBody(one: string, other: string): boolean {
  const [a, b] = [stemOf(one), stemOf(other)];
  return a === b || stemOf(lastWord(one)) === b || a === stemOf(lastWord(other));
}

/** "Engby Kommunalbestyrelse" is also "Kommunalbestyrelsen". */
function lastWord(name: string): string {
  const [, last, more] = name.split(/\s+/);
  return last === undefined || more !== undefined ? name : last;
}

function stemOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/&/g, 'og')
    .replace(/[\s,-]+/g, '')
    .replace(/(?:et|en)s?$/u, '');
}
