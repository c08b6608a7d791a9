/** The lines of one item, and where its title stands. */
export interface Block {
  readonly number: number | null;
  /** First line and the line after the last. */
  readonly from: number;
  readonly to: number;
  /** Where the title begins: a line and an offset in it; null where the item has none. */
  readonly title: { readonly line: number; readonly offset: number; readonly lines: number | null } | null;
  /** The first line after what only says that an item begins. */
  readonly body: number;
  /** The heading over the group of items to which it belongs ("lukkede sager"); null where there is none. */
  readonly group: string | null;
}

/** A line that may begin an item. */
export interface Candidate {
  readonly index: number;
  readonly number: number;
  /** Where the title begins in the line; its length where it follows on another. */
  readonly title: number;
  readonly weight: number;
  readonly strong: boolean;
}
