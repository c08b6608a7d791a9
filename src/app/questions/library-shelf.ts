import type { FigureDecision } from '../../domain/budget/proposal/proposal.ts';
import type { ImportedDocument } from '../../domain/source/imported-document.ts';
import type { Clock } from '../clock.ts';

/** What questions are answered from, for each tenant its own. */
export interface LibraryShelf<Library> {
  readonly libraryOf: (tenantId: string) => Promise<Library>;
  /** The tenant's own documents or figures have changed: they are looked at when it is asked next. */
  readonly lookAgain: (tenantId: string) => void;
}

/** What is a tenant's own in its library. */
export interface OwnStock {
  readonly imported: readonly ImportedDocument[];
  readonly decisions: readonly FigureDecision[];
}

const lookAgainMs = 60_000;

/** Builds a tenant's library when it is first asked for, and anew within a minute after its documents or approved figures changed. */
export function libraryShelf<Library>(
  read: (tenantId: string) => Promise<OwnStock>,
  build: (own: OwnStock) => Library,
  clock: Pick<Clock, 'now'>,
): LibraryShelf<Library> {
  const shelf = new Map<string, { readonly state: string; readonly library: Library; lookedAt: number }>();
  return {
    libraryOf: async (tenantId) => {
      const known = shelf.get(tenantId);
      const at = clock.now();
      if (known !== undefined && Math.abs(at - known.lookedAt) < lookAgainMs) return known.library;
      const own = await read(tenantId);
      const state = JSON.stringify([own.imported.map(({ document, sha256 }) => [document, sha256]), own.decisions]);
      const library = known?.state === state ? known.library : build(own);
      shelf.set(tenantId, { state, library, lookedAt: at });
      return library;
    },
    lookAgain: (tenantId) => {
      const known = shelf.get(tenantId);
      if (known !== undefined) known.lookedAt = -Infinity;
    },
  };
}
