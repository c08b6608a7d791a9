/** A sentence for the user, not yet in a language: the key of a text and the values for its places, already formatted. */
export interface Sentence {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}
