import type { Agenda, AgendaItem } from '../domain/agenda/agenda.ts';
import type { Texts } from '../domain/language/texts.ts';

/** An agenda as the command line writes it; what the text does not state is null. */
export function writtenAgenda(agenda: Agenda, texts: Texts): object {
  const { kind, municipality, body, date, place, present, absent } = agenda;
  return {
    ...{ kind, municipality, body, date, start_time: agenda.startTime, place, present, absent },
    items: agenda.items.map(writtenItem),
    faults: agenda.faults.map((fault) => ({ line: fault.line, message: texts(`agenda.fault.${fault.kind}`, fault.values) })),
  };
}

function writtenItem(item: AgendaItem): object {
  const { number, title, page, consultation, absent, recommendation } = item;
  return {
    ...{ number, title, case_no: item.caseNumber, page, topic: item.matter },
    clauses: recommendation?.clauses ?? [],
    decisions: item.decisions.map(({ text, body, date, itemNumber, ownMeeting }) => ({
      ...{ text, body, date, point_no: itemNumber, own_meeting: ownMeeting },
    })),
    attachments: item.annexes,
    absent,
    closed: item.closed,
    ...(consultation === null ? {} : { hearing: consultation }),
    ...(item.truncated ? { truncated: true } : {}),
  };
}
