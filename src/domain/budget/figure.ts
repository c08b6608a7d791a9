import type { Span } from '../source/source.ts';

/** What a figure counts. Money is in kroner; `pct` in per cent. */
export type Unit = 'DKK' | 'count' | 'pct' | 'days' | 'weeks' | 'months' | 'years';

/** A number that a document states. `minor` / 10^`scale` is its value; money has scale 2, so `minor` is øre. @da tal, beløb */
export interface Figure {
  readonly id: string;
  readonly documentFile: string;
  readonly municipality: string;
  /** The heading under which the document states it. */
  readonly section: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly unit: Unit;
  readonly minor: bigint;
  readonly scale: number;
  /** Savings and overspends are positive, underspends negative, as the question's words have it. */
  readonly isApproximate: boolean;
  readonly period: string | null;
  /** Table, unit of organisation, group, column, policy area and the like, as the source names them. */
  readonly dimensions: Readonly<Record<string, string | boolean>>;
  readonly role: string;
  /** What is odd about the source's wording. */
  readonly remark: string | null;
  /** Quoted as written and never computed with. */
  readonly isDoubtful: boolean;
  readonly quote: string;
  readonly span: Span | null;
}
