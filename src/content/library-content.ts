import type { Figure } from '../domain/budget/figure.ts';
import type { KnownDocument } from '../domain/source/known-document.ts';
import type {
  KnownDate,
  KnownDecision,
  KnownDuty,
  LawReference,
  PrincipleSet,
  SourceFinding,
} from '../domain/source/known-facts.ts';

/** Everything that the product knows about its documents without having their text. */
export interface LibraryContent {
  readonly documents: readonly KnownDocument[];
  readonly principles: readonly PrincipleSet[];
  readonly dates: readonly KnownDate[];
  readonly decisions: readonly KnownDecision[];
  readonly duties: readonly KnownDuty[];
  readonly laws: readonly LawReference[];
  readonly figures: readonly Figure[];
  readonly findings: readonly SourceFinding[];
}
