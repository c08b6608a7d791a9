/** How one word of a question is met by every figure; what depends on the word alone is worked out once. */
export interface Meeting {
  /** How well each figure meets the word: best by its names, less by what stands around it. */
  readonly by: Float64Array;
  /** The same by the figures' names alone. */
  readonly byName: Float64Array;
  /** Which figures' quotations hold the word itself. */
  readonly isQuoted: readonly boolean[];
  /** How well the word meets each term that figures are named by. */
  readonly ofTerm: Float64Array;
  /** How much the word tells: the fewer series of figures know it, the more. */
  readonly weight: number;
  readonly isGeneric: boolean;
}
