import { namedBodies } from '../words/bodies.ts';
import type { Patterns } from '../words/patterns.ts';
import type { LabelKind } from '../words/vocabulary.ts';

const letter = /^\p{L}[.)]\s+/u;
const longest = 60;
const mostWords = 6;
const prose: ReadonlySet<LabelKind> = new Set([
  ...(['matter', 'caseStatement', 'background', 'legalBasis', 'economy', 'communication', 'other'] as const),
]);
const leading: ReadonlySet<LabelKind> = new Set(['legalBasis', 'economy', 'communication']);

/** What a heading's words open: known words, two known headings in one, or one said to be for a committee or an item. */
export function headingKind(text: string, words: string, patterns: Patterns): LabelKind | null {
  const { labels } = patterns.vocabulary;
  const known = labels.get(words);
  if (known !== undefined) return known;
  if (letter.test(words)) return labels.get(words.replace(letter, '')) === 'group' ? 'group' : null;
  if (!/^\p{Lu}/u.test(text)) return null;
  return joinedKind(words, patterns) ?? addressedKind(text, patterns) ?? (isOpinion(words, patterns) ? 'other' : null);
}

/** What a council says of the matter: the council's name in the genitive before the word for an opinion. */
function isOpinion(words: string, { vocabulary }: Patterns): boolean {
  const [council, opinion, more] = words.split(' ');
  if (council === undefined || opinion === undefined || more !== undefined) return false;
  const { partyNouns, opinionWords } = vocabulary.hearing;
  return opinionWords.includes(opinion) && partyNouns.some((noun) => council.endsWith(`${noun}s`));
}

/** "Baggrund og vurdering", "Høring/borgerinddragelse", "Lovgrundlag, planer mv." */
function joinedKind(words: string, { vocabulary, between }: Patterns): LabelKind | null {
  if (words.length > longest || words.split(' ').length > mostWords) return null;
  const kinds = words.split(between).map((part) => vocabulary.labels.get(part.trim()));
  const first = kinds[0];
  if (kinds.length < 2 || first === undefined || !prose.has(first)) return null;
  return leading.has(first) || kinds.every((kind) => kind !== undefined && prose.has(kind)) ? first : null;
}

/** "Bilag 1 til Jobudvalgets punkt 1", "Supplerende sagsfremstilling til Jobudvalgets møde den 4. marts 2019". */
function addressedKind(text: string, patterns: Patterns): LabelKind | null {
  const found = patterns.addressed.exec(text);
  if (found === null || text.length > 140 || namedBodies(text, patterns).length === 0 || /[.,;]$/.test(text)) return null;
  const kind = patterns.vocabulary.labels.get((found[1] ?? '').toLowerCase());
  return kind !== undefined && (prose.has(kind) || kind === 'attachments') ? kind : null;
}
