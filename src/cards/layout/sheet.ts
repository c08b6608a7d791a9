import type { Card } from '../card.ts';
import { plain } from '../markdown.ts';
import { expand, lengthOf } from '../template.ts';

/** A heading with its lines, as they are written: they are made plain here. */
export interface SheetSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** A card to be read: a heading and sections. Long lines and long lists are cut to fit what Teams takes, and it is said. */
export interface Sheet {
  readonly title: string;
  readonly lead: string;
  readonly notice: string | null;
  readonly sections: readonly SheetSection[];
  readonly foot: string;
  readonly actions: readonly object[];
}

/** A row of a list: a title, its state, small details, and its buttons. */
export interface ListRow {
  readonly title: string;
  readonly state: string;
  readonly details: string;
  readonly actions: readonly object[];
}

const shares = [1, 0.6, 0.35, 0.2, 0.1, 0.05];
/** Below the 28 kB of UTF-16 that Teams surely takes. */
const mostCharacters = 13_500;
const longestLine = 900;
const mostLines = 24;

/** The sheet, cut step by step until Teams takes it. */
export function sheetCard({ title, lead, notice, sections, foot, actions }: Sheet, more: (count: number) => string): Card {
  return fitted((share) =>
    expand('agenda-sheet', {
      title: plain(cut(title, 300)),
      hasLead: lead !== '',
      lead: plain(cut(lead, 600)),
      hasNotice: notice !== null,
      notice: plain(notice ?? ''),
      sections: sections
        .filter(({ lines }) => lines.length > 0)
        .map(({ heading, lines }) => ({
          heading: plain(cut(heading, 300)),
          lines: shortened(lines, share, more).map((text) => ({ text })),
        })),
      hasFoot: foot !== '',
      foot: plain(foot),
      actions,
    }),
  );
}

/** A list of rows with buttons; the rows are a page already. */
export function listCard(list: Omit<Sheet, 'sections'> & { readonly rows: readonly ListRow[] }): Card {
  const { title, lead, notice, rows, foot, actions } = list;
  return fitted((share) =>
    expand('agenda-list', {
      title: plain(cut(title, 300)),
      lead: plain(lead),
      hasNotice: notice !== null,
      notice: plain(cut(notice ?? '', 900)),
      rows: rows.map((row) => ({
        title: plain(cut(row.title, 400 * share)),
        hasState: row.state !== '',
        state: plain(cut(row.state, 500 * share)),
        hasDetails: row.details !== '',
        details: plain(cut(row.details, 500 * share)),
        hasActions: row.actions.length > 0,
        actions: row.actions,
      })),
      hasFoot: foot !== '',
      foot: plain(cut(foot, 600)),
      actions,
    }),
  );
}

/** A text of at most this many characters, with a mark where it was cut. */
export function cut(text: string, most: number): string {
  const length = Math.max(20, Math.floor(most));
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function shortened(lines: readonly string[], share: number, more: (count: number) => string): readonly string[] {
  const count = Math.max(1, Math.floor(mostLines * share));
  const shown = lines.slice(0, count).map((line) => plain(cut(line, longestLine * share)));
  return lines.length > count ? [...shown, more(lines.length - count)] : shown;
}

function fitted(make: (share: number) => Card): Card {
  const cards = shares.values();
  for (const share of cards) {
    const card = make(share);
    if (lengthOf(card) <= mostCharacters) return card;
  }
  return make(0.01);
}
