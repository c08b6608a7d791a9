/** What a word of the question asks a figure to be. */
export type AskedUnit = 'money' | 'count' | 'share' | 'days' | 'weeks' | 'months' | 'years' | 'duration';

/** What a question wants done with the figures. */
export type Operation = 'lookup' | 'sum' | 'diff' | 'share' | 'change' | 'extreme' | 'compare';

/** The intent words of a question; `lookup` is what remains without one. */
export type IntentWord = 'sum' | 'diff' | 'share' | 'change' | 'most' | 'least' | 'compare';

/**
 * The words by which people ask for figures, in Danish and English. A phrase is words with single blanks;
 * a word that ends in `*` stands for all that begin so, one that begins with `*` for all that end so.
 */
export interface FigureVocabulary {
  /** Words that say nothing about which figure is meant. */
  readonly ignored: readonly string[];
  readonly intents: Readonly<Record<IntentWord, readonly string[]>>;
  readonly units: Readonly<Record<AskedUnit, readonly string[]>>;
  /** Nouns that make "hvor mange" ask for money. */
  readonly moneyNouns: readonly string[];
  /** Phrases that ask what one piece costs, which no total tells. */
  readonly unitPrices: readonly string[];
  /** Words of a saving that a fall from one year to the next may be meant by. */
  readonly saved: readonly string[];
  /** Words that so many figures share that leaving one unmet contradicts nothing. */
  readonly generic: readonly string[];
  /** What an amount is of, where it is no plain budget: a figure of such a role is only meant where the question says so. */
  readonly roles: readonly string[];
  /** Words that ask what something costs or was given. */
  readonly plainCosts: readonly string[];
  /** Words by which a benefit's recipients are counted, and the column that counts them. */
  readonly recipients: { readonly words: readonly string[]; readonly column: string };
  /** Phrases that open a question for a number, beside the units and intents. */
  readonly numberWords: readonly string[];
  /** Openings that ask for money where nothing else is named. */
  readonly amounts: readonly string[];
  /** Words that ask for an addition of the parts, even where the document states a total. */
  readonly additions: readonly string[];
  /** Verbs that open a question to be answered with yes or no. */
  readonly yesNo: readonly string[];
  /** Openings of questions for something else than a number: who, why, how. */
  readonly otherQuestions: readonly string[];
  /** Openings of questions for a moment: only a deadline's length answers them. */
  readonly momentQuestions: readonly string[];
  /** Words of one meaning, each group one line. */
  readonly synonyms: readonly (readonly string[])[];
  /** Every municipality that could be named, so that a foreign one is not read as a word. */
  readonly municipalities: readonly string[];
  /** Words after which a number names a thing (policy area 5, account 6), and words that change a figure's meaning: must be in the figure. */
  readonly binding: {
    readonly numbered: readonly string[];
    readonly per: readonly string[];
    readonly rates: readonly string[];
    readonly negations: readonly string[];
  };
  /** What a table of the figures is about, by its id, as its heading says it. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
  /** The whole of a share that the question names: the budget rather than the distribution. */
  readonly wholes: {
    readonly budget: readonly string[];
    /** Words for a share, the words after which its whole is said, and those with which the whole ends. */
    readonly shares: readonly string[];
    readonly openers: readonly string[];
    readonly ends: readonly string[];
  };
  /** Words for a line of a table: they name none of them. */
  readonly lines: readonly string[];
  readonly signs: {
    readonly saving: readonly string[];
    readonly overspend: readonly string[];
    readonly underspend: readonly string[];
  };
  /** All the years of a table, none named. */
  readonly spans: readonly string[];
  readonly totals: readonly string[];
  readonly followUp: {
    readonly openers: readonly string[];
    readonly references: readonly string[];
    /** "The year before" and "the year after" the one that was spoken of. */
    readonly yearBefore: readonly string[];
    readonly yearAfter: readonly string[];
  };
  /** Names that alone can mean many figures: asked back where no slot decides. */
  readonly heads: readonly string[];
  /** Columns of a table that hold the change itself. */
  readonly changeColumns: { readonly count: readonly string[]; readonly share: readonly string[] };
  /** The word between the two sides of a comparison. */
  readonly than: readonly string[];
  /** Words of a fall, where the lowest change is asked for. */
  readonly falling: readonly string[];
  readonly rising: readonly string[];
  /** Columns whose numbers are part of another column's in the same row. */
  readonly partColumns: Readonly<Record<string, string>>;
  /** Groups that stand for the whole country beside the municipality's own. */
  readonly country: readonly string[];
}
