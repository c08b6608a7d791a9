import { findPersonalNumbers } from '../../domain/privacy/personal-number.ts';
import type { GuessedField, ImportedDocument } from '../../domain/source/imported-document.ts';
import type { SourceDocument, Standing } from '../../domain/source/source.ts';
import { guessMunicipality, guessStanding, guessTitle, guessYear, type ImportWords } from './guess-document.ts';
import { readFileText } from './read-file-text.ts';

/** What the importer says of a document; what is missing is guessed, and the guess named. */
export interface ToldOfDocument {
  readonly municipality?: string | undefined;
  readonly year?: number | undefined;
  readonly standing?: Standing | undefined;
  readonly title?: string | undefined;
}

/** What reading a document needs besides its bytes. */
export interface ImportContext {
  readonly told: ToldOfDocument;
  /** The documents that the product knows, by file name. */
  readonly known: ReadonlyMap<string, SourceDocument>;
  readonly words: ImportWords;
}

/** A document read for the import; or why it is refused, with the lines where personal numbers stand. */
export type ReadImport =
  | { readonly kind: 'read'; readonly imported: ImportedDocument }
  | { readonly kind: 'unreadable'; readonly reason: 'unknown-kind' | 'no-text' | 'damaged' }
  | { readonly kind: 'personal-number'; readonly lines: readonly number[] };

/** Reads a file into a document with its text. A document with a personal number is refused: nothing of it is kept. */
export async function readDocument(file: string, bytes: Uint8Array, context: ImportContext): Promise<ReadImport> {
  const read = await readFileText(file, bytes);
  if (read.kind === 'unreadable') return read;
  const { text } = read;
  const numbers = findPersonalNumbers(text);
  if (numbers.length > 0)
    return { kind: 'personal-number', lines: numbers.map(({ start }) => text.slice(0, start).split('\n').length) };
  const { document, guessed } = describedDocument(file, text, read.title, context);
  return { kind: 'read', imported: { document, text, sha256: await fingerprint(text), guessed } };
}

function describedDocument(
  file: string,
  text: string,
  ownTitle: string | null,
  { told, known, words }: ImportContext,
): { readonly document: SourceDocument; readonly guessed: readonly GuessedField[] } {
  const before = known.get(file);
  const given = { ...told, title: told.title ?? before?.title ?? ownTitle ?? undefined };
  const title = given.title ?? guessTitle(text) ?? file;
  const municipality = given.municipality ?? before?.municipality ?? guessMunicipality(text, words);
  const year = given.year ?? before?.year ?? guessYear(text);
  const standing = given.standing ?? before?.standing ?? guessStanding(title, text, words);
  const isGuess: Readonly<Record<GuessedField, boolean>> = {
    municipality: (given.municipality ?? before?.municipality ?? null) === null,
    year: (given.year ?? before?.year ?? null) === null,
    standing: (given.standing ?? before?.standing ?? null) === null,
    title: given.title === undefined,
  };
  const guessed = (['municipality', 'year', 'standing', 'title'] as const).filter((field) => isGuess[field]);
  const base = before ?? { id: idOf(file), file, body: null, datedOn: null, caseNumber: null };
  return { document: { ...base, title, municipality, year, standing }, guessed };
}

/** A readable id from the file's name. */
function idOf(file: string): string {
  const plain = file
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-');
  return plain.replaceAll(/^-+|-+$/g, '') || 'document';
}

async function fingerprint(text: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
