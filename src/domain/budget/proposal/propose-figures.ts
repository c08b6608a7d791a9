import type { ImportedDocument } from '../../source/imported-document.ts';
import { sectionsOf } from '../../source/sections.ts';
import type { Section } from '../../source/source.ts';
import type { Finding } from '../ledger/finding.ts';
import { ledgerOf } from '../ledger/ledger.ts';
import type { Doubt, FigureProposal } from './proposal.ts';
import { numbersOfSentences } from './sentence-numbers.ts';
import type { ProposalVocabulary, StatedNumber } from './stated-number.ts';
import { numbersOfTables } from './table-numbers.ts';

/**
 * The numbers that a document states in its tables and sentences, as figures to be approved. What has no unit, no period or no
 * municipality, or does not agree with the rest of the document, says so.
 */
export function proposeFigures({ document, text }: ImportedDocument, vocabulary: ProposalVocabulary): readonly FigureProposal[] {
  const read = { file: document.file, text };
  const sections = sectionsOf(document.id, text);
  const errors = ledgerOf([read], vocabulary.ledger).filter(({ kind }) => kind === 'contradiction' || kind === 'unit');
  const numbers = [...numbersOfTables(read, vocabulary), ...numbersOfSentences(read, vocabulary)];
  const seen = new Map<string, number>();
  return numbers.map((number) => {
    const bare = [number.quote.slice(0, 120), number.column, number.asWritten].join('|');
    const times = (seen.get(bare) ?? 0) + 1;
    seen.set(bare, times);
    const key = times === 1 ? bare : `${bare}|${times}`;
    const period =
      number.period ?? yearOf(sectionAt(sections, number.span.start)) ?? (document.year === null ? null : String(document.year));
    return {
      key,
      documentId: document.id,
      asWritten: number.asWritten,
      doubts: doubtsOf(number, period, document.municipality, errors),
      figure: {
        id: `imported.${document.id}.${key}`,
        documentFile: document.file,
        municipality: document.municipality ?? '',
        section: sectionAt(sections, number.span.start)?.heading ?? document.title,
        label: number.label,
        aliases: [],
        ...{ unit: number.unit ?? 'count', minor: number.minor, scale: number.scale, isApproximate: number.isApproximate },
        period,
        dimensions: number.dimensions,
        role: 'faktisk',
        remark: null,
        isDoubtful: number.isDoubtful,
        quote: number.quote,
        span: number.span,
      },
    };
  });
}

function doubtsOf(
  number: StatedNumber,
  period: string | null,
  municipality: string | null,
  errors: readonly Finding[],
): readonly Doubt[] {
  const { start, end } = number.span;
  const isContradicted = errors.some(({ quotes }) => quotes.some(({ span }) => span.start < end && span.end > start));
  return [
    ...(number.unit === null ? (['no-unit'] as const) : []),
    ...(number.isDoubtful ? (['doubtful-unit'] as const) : []),
    ...(period === null ? (['no-period'] as const) : []),
    ...(municipality === null ? (['no-municipality'] as const) : []),
    ...(isContradicted ? (['contradicted'] as const) : []),
  ];
}

function sectionAt(sections: readonly Section[], at: number): Section | undefined {
  return sections.find(({ start, end }) => start <= at && at < end);
}

function yearOf(section: Section | undefined): string | null {
  return /(?<!\d)(?:19|20)\d{2}(?!\d)/u.exec(section?.heading ?? '')?.[0] ?? null;
}
