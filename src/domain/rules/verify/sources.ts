import type { RuleSet } from '../rule-set.ts';
import { collapsed, type RuleFault } from './rule-fault.ts';

interface SourcedPart {
  readonly id: string;
  readonly path: readonly PropertyKey[];
  readonly source: string;
  readonly quote: string | null;
  readonly isOutcome: boolean;
}

/** No outcome without its words in a source; every quotation stands in its document, where that document is present. */
export function sourceFaults(ruleSet: RuleSet, documents: ReadonlyMap<string, string>): readonly RuleFault[] {
  const fault = (kind: RuleFault['kind'], part: SourcedPart, what: string, example: string): RuleFault => ({
    ...{ kind, ruleSet, part: part.id, path: part.path, what, example },
  });
  return sourcedParts(ruleSet).flatMap((part) => {
    const { source, quote, isOutcome } = part;
    if (source.trim() === '') return [fault('missing-source', part, 'names no source document', 'write source: <file name>')];
    if (quote === null || quote.trim() === '')
      return isOutcome
        ? [fault('missing-source', part, `quotes nothing of ${source}`, 'an outcome needs its words in the source')]
        : [];
    const document = documents.get(source);
    if (document === undefined || collapsed(document).includes(collapsed(quote))) return [];
    return [fault('quote-not-in-source', part, `quotes what does not stand in ${source}`, `"${longestStart(quote, document)}"`)];
  });
}

function sourcedParts({ tables, deadlines, warnings }: RuleSet): readonly SourcedPart[] {
  return [
    ...tables.flatMap(({ rows }, table) =>
      rows.map(({ id, source, quote }, at) => ({ id, source, quote, path: ['tables', table, 'rows', at], isOutcome: true })),
    ),
    ...deadlines.map(({ id, source, quote, note }, at) => ({
      ...{ id, source, quote, path: ['deadlines', at], isOutcome: note === null },
    })),
    ...warnings.map(({ id, source, quote }, at) => ({ id, source, quote, path: ['warnings', at], isOutcome: false })),
  ];
}

/** The quotation up to the first word that the document does not go on with. */
function longestStart(quote: string, document: string): string {
  const words = collapsed(quote).split(' ');
  const text = collapsed(document);
  let count = 0;
  while (count < words.length && text.includes(words.slice(0, count + 1).join(' '))) count += 1;
  return words.slice(0, count + 1).join(' ');
}
