import type { LanguageWords } from '../language/language-words.ts';
import { folded, tokensOf } from '../language/words.ts';

/** A place in a document that a question names by its number: "punkt 71", "princip 4", "politikområde 18". */
export interface NumberedPlace {
  readonly kind: string;
  readonly label: string;
  /** The label and the others that label the same kind of place, folded. */
  readonly labels: readonly string[];
  readonly number: number;
}

/** What a question wants to hear. */
export type Want =
  | 'person'
  | 'moment'
  | 'year'
  | 'place'
  | 'reference'
  | 'amount'
  | 'rate'
  | 'count'
  | 'reason'
  | 'yes-no'
  | 'any';

/** What a question names: hard conditions on where its answer may stand. */
export interface Slots {
  readonly municipalities: readonly string[];
  readonly years: readonly number[];
  readonly places: readonly NumberedPlace[];
  /** Words of municipalities that no document is of; folded. */
  readonly elsewhere: readonly string[];
  readonly want: Want;
  /** The folded word that "how many" asks the number of. */
  readonly counted: string | null;
}

/** Names of Danish municipalities end many ways in a question: "Aalborg", "Aalborgs", "aalborg kommune". */
export function readSlots(question: string, municipalities: readonly string[], words: LanguageWords): Slots {
  const tokens = tokensOf(question).map(({ word }) => word);
  const named = municipalities.filter((name) => {
    const own = folded(name);
    return tokens.some((token) => token === own || token === `${own}s` || token === `${own}'s`);
  });
  const here = new Set(municipalities.flatMap((name) => tokensOf(name).map(({ word }) => word)));
  const elsewhere = words.municipalities
    .map(folded)
    .filter((name) => !here.has(name) && tokens.some((token) => token === name || token === `${name}s`));
  const years = tokens.filter((token) => /^(?:19|20)\d{2}$/u.test(token)).map(Number);
  return {
    municipalities: named,
    elsewhere: named.length === 0 ? elsewhere : [],
    years,
    places: placesIn(tokens, words),
    want: wantOf(folded(question), words),
    counted: countedIn(tokens, words),
  };
}

/** A follow-up keeps what was asked before and overwrites what it names itself. */
export function overwriteSlots(before: Slots, now: Slots): Slots {
  return {
    municipalities: now.municipalities.length > 0 ? now.municipalities : before.municipalities,
    elsewhere: now.municipalities.length > 0 ? [] : now.elsewhere.length > 0 ? now.elsewhere : before.elsewhere,
    years: now.years.length > 0 ? now.years : before.years,
    places: now.places.length > 0 ? now.places : before.places,
    want: now.want === 'any' ? before.want : now.want,
    counted: now.want === 'any' ? before.counted : now.counted,
  };
}

function placesIn(tokens: readonly string[], { numbered }: LanguageWords): readonly NumberedPlace[] {
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1] ?? '';
    if (!/^\d{1,3}$/u.test(next)) return [];
    const labels = Object.entries(numbered)
      .map(([kind, all]) => ({ kind, all: all.map(folded) }))
      .find(({ all }) => all.some((label) => token === label || token === `${label}t` || token === `${label}pet`));
    return labels === undefined
      ? []
      : [{ kind: labels.kind, label: token, labels: [token, ...labels.all], number: Number(next) }];
  });
}

function countedIn(tokens: readonly string[], { wants, stop }: LanguageWords): string | null {
  const heads = wants.count.map((phrase) => tokensOf(phrase).map(({ word }) => word));
  const stops = new Set(stop.map(folded));
  for (const head of heads) {
    const at = tokens.findIndex((_token, index) => head.every((word, place) => tokens[index + place] === word));
    if (at >= 0) return tokens.slice(at + head.length).find((token) => !stops.has(token)) ?? null;
  }
  return null;
}

/** Matches what an amount is for one of, in text that is folded: "pr elev", "i timen"; not a day, "pr. 30. september". */
export function ratePattern({ rates }: LanguageWords): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${rates.map(folded).join('|')})(?!\\p{L}|\\.?\\s*\\d)`, 'u');
}

function wantOf(question: string, words: LanguageWords): Want {
  const { wants } = words;
  const holds = (phrases: readonly string[]) =>
    phrases.some((phrase) => new RegExp(`(?<!\\p{L})${folded(phrase)}(?!\\p{L})`, 'u').test(question));
  if (holds(wants.amount)) return ratePattern(words).test(question) ? 'rate' : 'amount';
  if (holds(wants.count)) return 'count';
  if (holds(wants.reason)) return 'reason';
  if (holds(wants.person)) return 'person';
  if (holds(wants.reference)) return 'reference';
  if (holds(wants.year)) return 'year';
  if (holds(wants.moment)) return 'moment';
  if (holds(wants.place)) return 'place';
  const first = tokensOf(question)[0]?.word ?? '';
  return wants.yesNo.some((word) => folded(word) === first) ? 'yes-no' : 'any';
}
