import { absolute } from '../../money/decimal.ts';
import type { Figure } from '../figure.ts';
import { holdsAny } from '../question/phrases.ts';
import type { FigureVocabulary } from '../question/vocabulary.ts';
import { wordsOf } from '../question/words.ts';

/**
 * The figure's value with the sign that its name gives it: savings and overspends positive, underspends negative.
 * A table may write them otherwise, because it adds or takes them away there.
 * @source Jammerbugt 2020, "Heraf seniorpension -5,0 mio. kr." beside "et merforbrug p\u00e5 5 mio. kr."
 */
export function signedMinor({ label, unit, minor }: Figure, { signs }: FigureVocabulary): bigint {
  if (unit !== 'DKK') return minor;
  const words = wordsOf(label);
  if (holdsAny(words, signs.underspend)) return -absolute(minor);
  return holdsAny(words, signs.overspend) || holdsAny(words, signs.saving) ? absolute(minor) : minor;
}
