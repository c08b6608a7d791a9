import type { ImportPreview, RowFault } from '../../domain/deadline/case-import.ts';
import type { Texts } from '../../domain/language/texts.ts';
import type { Card } from '../card.ts';
import { atLineStart, plain } from '../markdown.ts';
import { expand } from '../template.ts';

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
const mostFaults = 10;

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

/** What an import would change, and the rows that change nothing. */
export function previewCard(id: string, preview: ImportPreview, texts: Texts): Card {
  const { faults } = preview;
  const lines = [
    ...(faults.length === 0
      ? []
      : [texts(faults.length === 1 ? 'deadlines.import-fault-one' : 'deadlines.import-faults', { count: faults.length })]),
    ...faults.slice(0, mostFaults).map((fault) => faultText(fault, texts)),
  ];
  const changes = preview.added.length + preview.changed.length + preview.closed.length;
  return sheet(texts('deadlines.import-title'), texts('deadlines.import-lead', countsOf(preview)), {
    lines,
    actions:
      changes === 0
        ? []
        : [
            {
              type: 'Action.Execute',
              title: texts('deadlines.import-confirm'),
              verb: sheetVerbs.confirm,
              data: { id },
              style: 'positive',
            },
          ],
  });
}

/** What an import changed. */
export function importedCard(preview: ImportPreview, texts: Texts): Card {
  return sheet(texts('deadlines.import-title'), texts('deadlines.import-done', countsOf(preview)), {});
}

/** The links to one's own deadlines, until when they work, and how to take them back. */
export function linksCard(links: { readonly calendar: string; readonly csv: string }, day: string, texts: Texts): Card {
  return sheet(texts('deadlines.feed-title'), texts('deadlines.feed-lead', { day }), {
    actions: [
      { type: 'Action.OpenUrl', title: texts('deadlines.feed-calendar'), url: links.calendar },
      { type: 'Action.OpenUrl', title: texts('deadlines.feed-csv'), url: links.csv },
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
