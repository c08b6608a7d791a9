/** The words with which questions are read, in lower case: content, not code. */
export interface LanguageWords {
  readonly stop: readonly string[];
  /** Words that mean the same for a search; an English one leads to its Danish ones. */
  readonly synonyms: readonly (readonly string[])[];
  /** Danish for the English words of the field. */
  readonly english: Readonly<Record<string, readonly string[]>>;
  /** Labels that name a place in a document by a number, by what they label. */
  readonly numbered: Readonly<Record<string, readonly string[]>>;
  readonly numbers: readonly string[];
  readonly wants: {
    readonly person: readonly string[];
    readonly moment: readonly string[];
    /** How a question begins that a person's name answers. */
    readonly named: readonly string[];
    readonly year: readonly string[];
    readonly place: readonly string[];
    /** Numbers of cases and documents. */
    readonly reference: readonly string[];
    readonly amount: readonly string[];
    readonly count: readonly string[];
    readonly reason: readonly string[];
    readonly yesNo: readonly string[];
  };
  readonly months: readonly string[];
  /** What stands behind a number that is an amount of kroner. */
  readonly money: readonly string[];
  /** What a price is for one of; before a number "pr." is a day. */
  readonly rates: readonly string[];
  readonly whoEndings: readonly string[];
  /** Words that name Danish municipalities. */
  readonly municipalities: readonly string[];
  /** Words for the asker's own case, which stands in no document. */
  readonly ownCase: readonly string[];
  /** How errands for the bot begin, which no document answers. */
  readonly errands: readonly string[];
  readonly whereEndings: readonly string[];
  /** Units of time, behind the number that says how long. */
  readonly timeUnits: readonly string[];
  /** Roles, and ways to reach somebody: what is asked for by such a word stands only where the word stands. */
  readonly mustStand: readonly string[];
  /** Words by which a text gives a reason. */
  readonly reasons: readonly string[];
}
