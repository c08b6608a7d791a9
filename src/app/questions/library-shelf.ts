import type { ImportedDocument } from '../../domain/source/imported-document.ts';
import type { Clock } from '../clock.ts';
import type { DocumentStore } from './ports.ts';

/** What questions are answered from, for each tenant its own. */
export interface LibraryShelf<Library> {
  readonly libraryOf: (tenantId: string) => Promise<Library>;
}

const lookAgainMs = 60_000;

/** Builds a tenant's library when it is first asked for, and anew within a minute after its imported documents changed. */
export function libraryShelf<Library>(
  documents: Pick<DocumentStore, 'all'>,
  build: (imported: readonly ImportedDocument[]) => Library,
  clock: Pick<Clock, 'now'>,
): LibraryShelf<Library> {
  const shelf = new Map<string, { readonly state: string; readonly library: Library; readonly lookedAt: number }>();
  return {
    libraryOf: async (tenantId) => {
      const known = shelf.get(tenantId);
      const at = clock.now();
      if (known !== undefined && Math.abs(at - known.lookedAt) < lookAgainMs) return known.library;
      const imported = await documents.all(tenantId);
      const state = JSON.stringify(imported.map(({ document, sha256 }) => [document, sha256]));
      const library = known?.state === state ? known.library : build(imported);
      shelf.set(tenantId, { state, library, lookedAt: at });
      return library;
    },
  };
}
