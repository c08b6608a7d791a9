import { powerOfTen } from '../../money/decimal.ts';
import type { Figure } from '../figure.ts';

/** Why a person must look at a proposal before it can be used. */
export type Doubt = 'no-unit' | 'doubtful-unit' | 'no-period' | 'no-municipality' | 'contradicted';

/** A number of an imported document that might become a figure. Nothing is answered with it before a person approves it. */
export interface FigureProposal {
  /** The same for the same number of the same line, however often the document is read. */
  readonly key: string;
  readonly documentId: string;
  readonly figure: Figure;
  /** The number as the document writes it. */
  readonly asWritten: string;
  readonly doubts: readonly Doubt[];
}

/** The units that a person may give a number that stands without one. */
export const givenUnits = ['kroner', 'thousands', 'millions', 'count', 'pct'] as const;
export type GivenUnit = (typeof givenUnits)[number];

/** What a person said of a proposal, with what was corrected. */
export interface FigureDecision {
  readonly key: string;
  readonly documentId: string;
  readonly decision: 'approved' | 'rejected';
  /** Null where the proposal's own stands. */
  readonly label: string | null;
  readonly period: string | null;
  readonly unit: GivenUnit | null;
}

/** What stands in the way of an approval; nothing where the proposal, as corrected, may be used. */
export function missingOf({ doubts }: FigureProposal, { unit }: Pick<FigureDecision, 'unit'>): readonly Doubt[] {
  return doubts.filter((doubt) => doubt === 'no-municipality' || (doubt === 'no-unit' && unit === null));
}

/** The proposal as it was approved. */
export function approvedFigure({ figure }: FigureProposal, { label, period, unit }: FigureDecision): Figure {
  const corrected = { ...figure, label: label ?? figure.label, period: period ?? figure.period };
  // What the source writes doubtfully is quoted as written, whoever approves it.
  if (unit === null || figure.isDoubtful) return corrected;
  if (unit === 'count' || unit === 'pct') return { ...corrected, unit };
  const zeros = { kroner: 2, thousands: 5, millions: 8 }[unit];
  const minor = (figure.minor * powerOfTen(zeros)) / powerOfTen(figure.scale);
  return { ...corrected, unit: 'DKK', minor, scale: 2 };
}

/** The figures that were approved among those that their documents still state. */
export function approvedFigures(proposals: readonly FigureProposal[], decisions: readonly FigureDecision[]): readonly Figure[] {
  const byKey = new Map(decisions.map((decision) => [`${decision.documentId}|${decision.key}`, decision]));
  return proposals.flatMap((proposal) => {
    const decision = byKey.get(`${proposal.documentId}|${proposal.key}`);
    if (decision?.decision !== 'approved' || missingOf(proposal, decision).length > 0) return [];
    return [approvedFigure(proposal, decision)];
  });
}
