import { decisionOf } from '../../domain/agenda/meeting/record.ts';
import type { Card } from '../card.ts';
import { instantText } from '../words/day.ts';
import { type AgendaState, type AgendaView, agendaDialogs, itemName, leads } from './agenda-view.ts';
import { sheetCard } from './sheet.ts';

/** Everything that was recorded on an item, the newest first, and a way to undo the last. */
export function historySheet(state: AgendaState, index: number, view: AgendaView, notice: string | null = null): Card | null {
  const item = state.stored.agenda.items[index];
  if (item === undefined || (item.closed && !view.showsClosed)) return null;
  const { texts, language, nameOf } = view;
  const records = state.records.filter(({ itemIndex }) => itemIndex === index).toSorted((a, b) => b.number - a.number);
  const data = { id: state.stored.id, item: index, seen: records[0]?.number ?? 0 };
  const lines = records.map(({ entry, by, at }) => {
    const who = { at: instantText(at, language), name: nameOf(by) };
    if (entry.kind === 'undone') return texts('agendas.record-undone', who);
    const { outcome, text } = entry.decision;
    return texts('agendas.record-decided', { ...who, outcome: texts(`agendas.outcome-${outcome}`), text });
  });
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
