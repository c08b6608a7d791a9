import { type FollowedMatter, mattersOf } from '../../domain/agenda/meeting/matters.ts';
import { decisionOf, type ItemRecord } from '../../domain/agenda/meeting/record.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { folded, stemOf, tokensOf } from '../../domain/language/words.ts';
import type { KnownDecision } from '../../domain/source/known-facts.ts';
import type { Asking } from '../deadlines/change-deadline.ts';
import { type AgendaDesk, mayReadAgendas } from './agenda-desk.ts';
import type { StoredAgenda } from './ports.ts';

/** A decision of the register, and where it is known from: recorded here, read in an agenda, or stated by a document of the library. */
export interface FoundDecision {
  readonly number: number | null;
  readonly title: string | null;
  readonly caseNumber: string | null;
  readonly body: string | null;
  readonly date: PlainDate | null;
  readonly text: string;
  /** What of it was carried out: a saving, a measure. */
  readonly carriedOut: readonly FollowedMatter[];
  readonly from:
    | { readonly kind: 'recorded' | 'read'; readonly agendaId: string; readonly itemIndex: number }
    | { readonly kind: 'known'; readonly document: string };
}

/** The words with which a search says nothing itself, and those that name months. */
export interface SearchWords {
  readonly filler: readonly string[];
  readonly months: Readonly<Record<string, number>>;
}

/** What the register is searched in. */
export interface Register {
  readonly known: readonly KnownDecision[];
  /** The title of a document of the library, by its file. */
  readonly titleOf: (file: string) => string;
  readonly words: SearchWords;
}

const mostAgendas = 200;

/** The decisions that hold every word, number and month of the query: in title, text, committee, day or case number. Closed items are never in it. */
export async function searchDecisions(
  desk: AgendaDesk,
  { person }: Asking,
  { known, titleOf, words }: Register,
  query: string,
): Promise<readonly FoundDecision[] | null> {
  if (!mayReadAgendas(person)) return null;
  const agendas = await desk.store.list(person.tenantId, mostAgendas);
  const records = await desk.store.recordsOf(
    person.tenantId,
    agendas.map(({ id }) => id),
  );
  const own = agendas.flatMap((stored) => decisionsIn(stored, records.get(stored.id) ?? []));
  const ownKeys = new Set(own.map(keyOf));
  const all = [...own, ...known.map((one) => fromLibrary(one, titleOf)).filter((one) => !ownKeys.has(keyOf(one)))];
  const wanted = wantedOf(query, words);
  return all
    .filter((one) => matches(one, wanted, words))
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || (a.number ?? 0) - (b.number ?? 0));
}

function decisionsIn(stored: StoredAgenda, records: readonly ItemRecord[]): readonly FoundDecision[] {
  const { body, date, items } = stored.agenda;
  return items.flatMap((item, itemIndex): readonly FoundDecision[] => {
    if (item.closed) return [];
    const { number, title, caseNumber } = item;
    const standing = decisionOf(records, itemIndex);
    const matters = mattersOf(stored.agenda, itemIndex, records).filter(({ closed }) => closed !== null);
    const carriedOut = matters.filter(({ matter }) => matter.kind === 'measure');
    const at = { agendaId: stored.id, itemIndex };
    const own =
      standing?.entry.kind === 'decided'
        ? [
            {
              number,
              title,
              caseNumber,
              body,
              date,
              text: textOf(standing.entry.decision),
              carriedOut,
              from: { kind: 'recorded', ...at } as const,
            },
          ]
        : [];
    const read = item.decisions
      .filter(({ ownMeeting }) => own.length === 0 || !ownMeeting)
      .map((decision) => ({
        number: decision.itemNumber ?? number,
        ...{ title, caseNumber, text: decision.text, from: { kind: 'read', ...at } as const },
        body: decision.body ?? (decision.ownMeeting ? body : null),
        date: decision.date ?? (decision.ownMeeting ? date : null),
        carriedOut: decision.ownMeeting ? carriedOut : [],
      }));
    return [...own, ...read, ...elsewhere(matters, { number, title, caseNumber, at, body })];
  });
}

/** What other committees decided of an item, as the secretary noted it. */
function elsewhere(
  matters: readonly FollowedMatter[],
  {
    at,
    body,
    ...item
  }: Pick<FoundDecision, 'number' | 'title' | 'caseNumber' | 'body'> & {
    readonly at: { readonly agendaId: string; readonly itemIndex: number };
  },
): readonly FoundDecision[] {
  return matters.flatMap(({ matter: { kind, subject }, closed }) =>
    kind !== 'committee-treats' || closed?.words == null || closed.by === null || subject.toLowerCase() === body?.toLowerCase()
      ? []
      : [{ ...item, body: subject, date: closed.on, text: closed.words, carriedOut: [], from: { kind: 'recorded', ...at } }],
  );
}

function textOf({ text, amendments }: { readonly text: string; readonly amendments: string | null }): string {
  return amendments === null ? text : `${text} ${amendments}`;
}

function fromLibrary(
  { itemNumber, title, caseNumber, body, decidedOn, quote }: KnownDecision,
  titleOf: Register['titleOf'],
): FoundDecision {
  const from = { kind: 'known', document: titleOf(quote.documentFile) } as const;
  return { number: itemNumber, title, caseNumber, body, date: decidedOn, text: quote.quote, carriedOut: [], from };
}

/** The same committee's decision on the same day under the same number is one decision. */
function keyOf({ body, date, number }: FoundDecision): string {
  return [body?.toLowerCase() ?? '', date ?? '', number ?? ''].join('|');
}

/** A case number keeps its signs; every other word is a stem. */
function wantedOf(query: string, { filler }: SearchWords): readonly string[] {
  const skipped = new Set(filler.map(folded));
  return query
    .split(/[\s,;?!()"\u201d\u201c]+/)
    .map((word) => folded(word).replace(/[.:]+$/, ''))
    .filter((word) => word !== '' && !skipped.has(word))
    .map((word) => (/^\p{L}+$/u.test(word) ? stemOf(word) : word));
}

function matches(one: FoundDecision, wanted: readonly string[], { months }: SearchWords): boolean {
  const [, year, month, day] = /^(\d+)-(\d+)-(\d+)$/.exec(one.date ?? '') ?? [];
  const text = folded([one.title, one.text, one.body, one.caseNumber].filter((part) => part !== null).join(' '));
  let words: readonly string[] | undefined;
  const dates = [one.date, year, day === undefined ? undefined : `${Number(day)}.${Number(month)}.${year}`, String(one.number)];
  return wanted.every((want) => {
    if (dates.includes(want)) return true;
    if (!/^\p{L}+$/u.test(want)) return text.includes(want) || String(Number(day)) === want;
    if (month !== undefined && monthOf(want, months) === Number(month)) return true;
    // A stem begins its word: what the text does not hold need not be taken apart.
    if (!text.includes(want)) return false;
    words ??= [...new Set(tokensOf(text).flatMap(({ word }) => [word, stemOf(word)]))];
    return words.some((word) => word === want || (want.length >= 4 && word.includes(want)));
  });
}

function monthOf(stem: string, months: SearchWords['months']): number | undefined {
  return Object.entries(months).find(([name]) => stemOf(folded(name)) === stem)?.[1];
}
