import type { Finding, FindingKind, LedgerQuote } from './finding.ts';
import { measureText } from './measure.ts';

/** What a finding says: the two numbers and where in the document they belong. */
export interface Disagreement {
  readonly stated: bigint;
  readonly computed: bigint;
  readonly label: string;
  readonly column: string;
}

/** A finding about numbers that differ, quoting each row or sentence once. */
export function disagreement(
  key: string,
  kind: FindingKind,
  sources: readonly { readonly quote: LedgerQuote }[],
  { stated, computed, label, column }: Disagreement,
): Finding {
  const values = {
    label: column === '' || key === 'ledger.swapped' ? label : `${label} (${column})`,
    column,
    stated: shown(stated),
    computed: shown(computed),
  };
  const quotes = [...new Map(sources.map(({ quote }) => [quote.span.start, quote])).values()];
  return { kind, quotes, stated: measureText(stated), computed: measureText(computed), message: { key, values } };
}

function shown(micro: bigint): string {
  const [whole = '', decimals] = measureText(micro).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, '.');
  return decimals === undefined ? grouped : `${grouped},${decimals.slice(0, 2)}`;
}
