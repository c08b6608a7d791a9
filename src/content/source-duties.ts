import type { LibraryContent } from './library-content.ts';

/** What the documents say that somebody does, with the words of the source and where they stand. */
export function sourceDuties({ documents, duties }: Pick<LibraryContent, 'documents' | 'duties'>): readonly {
  readonly id: string;
  readonly title: string;
  readonly rhythm: string;
  readonly quote: string;
  readonly source: string;
}[] {
  return duties.map(({ id, what, rhythm, quote }) => {
    const known = documents.find(({ document }) => document.file === quote.documentFile);
    const section = known?.sections.find((one) => one.id === quote.sectionId);
    const source = [known?.document.title, section?.heading.replace(/:$/, '')].filter((part) => part !== undefined).join(', ');
    return { id, title: what, rhythm, quote: quote.quote, source };
  });
}
