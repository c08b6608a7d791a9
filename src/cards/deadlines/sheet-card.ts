import type { ImportPreview, RowFault } from '../../domain/deadline/case-import.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import type { Texts } from '../../domain/language/texts.ts';
import type { Card } from '../card.ts';
import { atLineStart, plain } from '../markdown.ts';
import { expand } from '../template.ts';
import { weekdayText } from '../words/day.ts';
import type { DeadlineView } from './deadline-words.ts';

/** The verbs of the cards that set deadlines up. */
export const sheetVerbs = {
  columns: 'deadlines/import-columns',
  confirm: 'deadlines/import-confirm',
  revoke: 'deadlines/links-revoke',
} as const;

/** The columns that an import asks for, in the order of their inputs. */
export const importColumns = ['caseReference', 'person', 'kind', 'dueOn'] as const;
export type ImportColumn = (typeof importColumns)[number];
const labels = { caseReference: 'case', person: 'person', kind: 'kind', dueOn: 'day' } as const;
/** Lines of each sort: the counts say how many there are. */
const mostLines = 8;
type ImportedLine = Pick<Deadline, 'caseReference' | 'title' | 'dueOn' | 'owner'>;

/** Which column is what: guessed, and confirmed by the person. */
export function columnsCard(
  id: string,
  columns: readonly string[],
  guess: Partial<Readonly<Record<ImportColumn, string>>>,
  texts: Texts,
): Card {
  const choices = columns.map((column) => ({ title: column, value: column }));
  return sheet(texts('deadlines.import-columns-title'), '', {
    inputs: importColumns.map((column) => ({
      id: column,
      label: texts(`deadlines.import-column-${labels[column]}`),
      value: guess[column] ?? '',
      error: texts('deadlines.import-column-error'),
      choices,
    })),
    actions: [
      {
        type: 'Action.Execute',
        title: texts('deadlines.import-preview'),
        verb: sheetVerbs.columns,
        data: { id },
        style: 'positive',
      },
    ],
  });
}

/** What an import would change, line by line, and the rows that change nothing. */
export function previewCard(id: string, preview: ImportPreview, view: ImportView): Card {
  const { texts } = view;
  const { faults, added, changed, closed } = preview;
  const faultsLead = texts(faults.length === 1 ? 'deadlines.import-fault-one' : 'deadlines.import-faults', {
    count: faults.length,
  });
  const confirm = {
    type: 'Action.Execute',
    title: texts('deadlines.import-confirm'),
    verb: sheetVerbs.confirm,
    style: 'positive',
  };
  return sheet(texts('deadlines.import-title'), texts('deadlines.import-lead', countsOf(preview)), {
    lines: [
      ...(faults.length === 0 ? [] : [faultsLead]),
      ...firstOf(faults, view, (fault) => faultText(fault, texts)),
      ...firstOf(closed, view, (one) => texts('deadlines.import-closes', rowOf(one, view))),
      ...firstOf(changed, view, (change) => changeText(change, view)),
      ...firstOf(added, view, (row) => texts('deadlines.import-adds', rowOf(row, view))),
    ],
    actions: added.length + changed.length + closed.length === 0 ? [] : [{ ...confirm, data: { id } }],
  });
}

/** What the preview needs besides the rows. */
export type ImportView = Pick<DeadlineView, 'texts' | 'language' | 'nameOf'>;

function firstOf<Row>(rows: readonly Row[], { texts }: ImportView, say: (row: Row) => string): readonly string[] {
  const left = rows.length - mostLines;
  return [...rows.slice(0, mostLines).map(say), ...(left > 0 ? [texts('deadlines.import-more', { count: left })] : [])];
}

function rowOf({ caseReference, title, dueOn, owner }: ImportedLine, { language, nameOf }: ImportView) {
  return { case: caseReference ?? '', title, day: weekdayText(dueOn, language), name: nameOf(owner) };
}

function changeText({ before, after }: ImportPreview['changed'][number], view: ImportView): string {
  const { texts, language } = view;
  if (before.state !== 'open') return texts('deadlines.import-reopens', rowOf(after, view));
  const from = weekdayText(before.dueOn, language);
  return before.dueOn === after.dueOn
    ? texts('deadlines.import-hands-over', rowOf(after, view))
    : texts('deadlines.import-moves', { ...rowOf(after, view), from });
}

/** What an import changed. */
export function importedCard(preview: ImportPreview, texts: Texts): Card {
  return sheet(texts('deadlines.import-title'), texts('deadlines.import-done', countsOf(preview)), {});
}

/** The links to one's own deadlines, until when they work, and how to take them back. */
export function linksCard(
  links: { readonly calendar: string; readonly csv: string; readonly teamCsv: string | null },
  day: string,
  texts: Texts,
): Card {
  const { teamCsv } = links;
  return sheet(texts('deadlines.feed-title'), texts('deadlines.feed-lead', { day }), {
    actions: [
      { type: 'Action.OpenUrl', title: texts('deadlines.feed-calendar'), url: links.calendar },
      { type: 'Action.OpenUrl', title: texts('deadlines.feed-csv'), url: links.csv },
      ...(teamCsv === null ? [] : [{ type: 'Action.OpenUrl', title: texts('deadlines.feed-team-csv'), url: teamCsv }]),
      { type: 'Action.Execute', title: texts('deadlines.feed-revoke'), verb: sheetVerbs.revoke, data: {} },
    ],
  });
}

/** A sentence under a heading, with a line for each thing that it is about. */
export function sheet(
  title: string,
  lead: string,
  parts: { readonly lines?: readonly string[]; readonly inputs?: readonly object[]; readonly actions?: readonly object[] },
): Card {
  const { lines = [], inputs = [], actions = [] } = parts;
  return expand('deadline-sheet', {
    title,
    hasLead: lead !== '',
    lead,
    lines: lines.map((text) => ({ text: atLineStart(plain(text)) })),
    inputs,
    actions,
  });
}

function countsOf({ added, changed, closed, unchanged }: ImportPreview) {
  return { added: added.length, changed: changed.length, closed: closed.length, unchanged };
}

function faultText({ line, fault, written }: RowFault, texts: Texts): string {
  return texts('deadlines.import-fault', { line, fault: texts(`deadlines.import-fault-${fault}`), written }).trim();
}
