import type { Concept } from './concepts.ts';
import type { FigureIndex } from './figure-index.ts';
import { holdsAny } from './phrases.ts';

/** What a share is of, as the question says it: the words after "af", or after the word for a share, as far as the verb. */
export function wholeSaid(
  concepts: readonly Concept[],
  { vocabulary: { wholes, units }, lexicon }: FigureIndex,
): readonly Concept[] {
  const isShare = ({ meant }: Concept) => holdsAny([meant], units.share) || holdsAny([meant], wholes.shares);
  const named = concepts.findIndex(isShare);
  if (named < 0) return [];
  const opened = concepts.findIndex(({ meant }, at) => at > named && holdsAny([meant], wholes.openers));
  const said = concepts.slice((opened < 0 ? named : opened) + 1);
  const end = said.findIndex(({ meant }) => holdsAny([meant], wholes.ends));
  return (end < 0 ? said : said.slice(0, end)).filter(
    ({ word, meant }) => ![word, meant].some((own) => lexicon.ignored.has(own)),
  );
}
