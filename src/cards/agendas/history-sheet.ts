import { lastDecision } from '../../app/agendas/record-decision.ts';
import { decisionOf, type ItemRecord } from '../../domain/agenda/meeting/record.ts';
import type { Card } from '../card.ts';
import { sheetCard } from '../layout/sheet.ts';
import { instantText } from '../words/day.ts';
import { type AgendaState, type AgendaView, agendaDialogs, itemName, leads } from './agenda-view.ts';
import { decisionLines } from './item-sheet.ts';
import { closedText, matterText } from './matters-card.ts';

/** Everything that was recorded on an item, the newest first, and a way to undo the last. */
export function historySheet(state: AgendaState, index: number, view: AgendaView, notice: string | null = null): Card | null {
  const item = state.stored.agenda.items[index];
  if (item === undefined || (item.closed && !view.showsClosed)) return null;
  const { texts } = view;
  const records = state.records.filter(({ itemIndex }) => itemIndex === index).toSorted((a, b) => b.number - a.number);
  const data = { id: state.stored.id, item: index, seen: lastDecision(state.records, index) };
  const lines = records.map((record) => recordLine(record, view));
  const mayUndo = view.mayKeep && decisionOf(state.records, index) !== null;
  return sheetCard(
    {
      title: itemName(item, view),
      lead: '',
      notice,
      sections: [
        { heading: texts('agendas.history-title'), lines: lines.length === 0 ? [texts('agendas.history-empty')] : lines },
      ],
      foot: '',
      actions: [
        ...(mayUndo ? [leads(agendaDialogs.history, texts('agendas.undo'), { ...data, send: true })] : []),
        leads(agendaDialogs.item, texts('agendas.back'), data),
      ],
    },
    (count) => texts('agendas.sheet-more', { count }),
  );
}

function recordLine({ entry, by, at }: ItemRecord, view: AgendaView): string {
  const { texts, language, nameOf } = view;
  const who = { at: instantText(at, language), name: nameOf(by) };
  switch (entry.kind) {
    case 'undone':
      return texts('agendas.record-undone', who);
    case 'decided': {
      const { outcome } = entry.decision;
      const text = decisionLines(entry.decision, view).join(' \u00b7 ');
      return texts('agendas.record-decided', { ...who, outcome: texts(`agendas.outcome-${outcome}`), text });
    }
    case 'closed':
      return texts('agendas.record-closed', { ...who, matter: matterText(entry.matter, view), how: closedText(entry, view) });
    case 'opened':
      return texts('agendas.record-opened', { ...who, matter: matterText(entry.matter, view) });
  }
}
