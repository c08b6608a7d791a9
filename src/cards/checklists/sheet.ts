import type { Card } from '../card.ts';
import { plain } from '../markdown.ts';
import { expand, lengthOf } from '../template.ts';

/** A heading with lines, which are made plain here, and the buttons of the section. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly style?: 'default' | 'good' | 'warning' | 'emphasis';
  readonly actions?: readonly object[];
}

/** A card to be read, with fields where it is a form. */
export interface ChecklistSheet {
  readonly title: string;
  readonly lead?: string;
  readonly label?: string;
  readonly faults?: readonly string[];
  readonly sections?: readonly Section[];
  readonly inputs?: readonly object[];
  readonly foot?: string;
  readonly actions?: readonly object[];
}

const longestLine = 700;
/** What Teams takes of a card, with some room. */
export const mostCharacters = 13_500;
const shares = [24, 12, 6, 3, 1];

/** The sheet; long lists are cut until Teams takes it. */
export function checklistSheet(sheet: ChecklistSheet): Card {
  for (const most of shares) {
    const card = made(sheet, most);
    if (lengthOf(card) <= mostCharacters) return card;
  }
  return made({ ...sheet, sections: (sheet.sections ?? []).slice(0, 3) }, 1);
}

function made(
  { title, lead = '', label = '', faults = [], sections = [], inputs = [], foot = '', actions = [] }: ChecklistSheet,
  most: number,
): Card {
  return expand('checklist-sheet', {
    ...{ title: plain(title), hasLead: lead !== '', lead: plain(lead), hasLabel: label !== '', label: plain(label) },
    ...{ hasFaults: faults.length > 0, faults: faults.map((text) => ({ text: plain(text) })) },
    sections: sections
      .filter(({ lines, actions: own = [] }) => lines.length > 0 || own.length > 0)
      .map(({ heading, lines, style = 'default', actions: own = [] }) => ({
        heading: plain(heading),
        style,
        lines: (lines.length > most ? [...lines.slice(0, most), `+ ${lines.length - most}`] : lines).map((text) => ({
          text: plain(text.length > longestLine ? `${text.slice(0, longestLine)}…` : text),
        })),
        hasActions: own.length > 0,
        actions: own,
      })),
    ...{ hasInputs: inputs.length > 0, inputs, hasFoot: foot !== '', foot: plain(foot), actions },
  });
}
