import type { StoredAgenda } from '../../app/agendas/ports.ts';
import type { Agenda, AgendaItem } from '../../domain/agenda/agenda.ts';
import type { ItemRecord } from '../../domain/agenda/meeting/record.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Language, Texts } from '../../domain/language/texts.ts';
import { weekdayText } from '../words/day.ts';

/** What every presenter of agendas is given besides the agenda. */
export interface AgendaView {
  readonly texts: Texts;
  readonly language: Language;
  /** The name of a person by Entra object id. */
  readonly nameOf: (objectId: string) => string;
  readonly today: PlainDate;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** True only in the personal chat of someone who may see closed items. */
  readonly showsClosed: boolean;
  /** Whether the person records and approves, or reads alone. */
  readonly mayKeep: boolean;
}

/** An agenda and what was recorded on it. */
export interface AgendaState {
  readonly stored: StoredAgenda;
  readonly records: readonly ItemRecord[];
}

/** The verbs of presses on agendas' cards. */
export const agendaVerbs = {
  show: 'agendas/show',
  post: 'agendas/post',
  minutes: 'agendas/minutes',
  approve: 'agendas/approve',
  register: 'agendas/register',
} as const;

/** The dialogs of agendas. */
export const agendaDialogs = {
  item: 'agendas/item',
  decide: 'agendas/decide',
  history: 'agendas/history',
  followUps: 'agendas/follow-ups',
  accept: 'agendas/accept',
  matters: 'agendas/matters',
  matter: 'agendas/matter',
  signed: 'agendas/signed',
  export: 'agendas/export',
  create: 'agendas/new',
  revise: 'agendas/revise',
} as const;

/** "Beskæftigelsesudvalget, onsdag den 25. november 2020". */
export function meetingName({ body, date }: Pick<Agenda, 'body' | 'date'>, { texts, language }: AgendaView): string {
  const name = body ?? texts('agendas.no-name');
  return date === null ? name : texts('agendas.meeting', { body: name, day: weekdayText(date, language) });
}

/** "1 punkt", "8 punkter". */
export function itemsText(count: number, { texts }: Pick<AgendaView, 'texts'>): string {
  return count === 1 ? texts('agendas.items-one') : texts('agendas.items', { count });
}

/** An item's name; a closed item has its number alone, unless the place shows closed items. */
export function itemName({ number, title, closed }: AgendaItem, { texts, showsClosed }: AgendaView): string {
  if (closed && !showsClosed)
    return number === null ? texts('agendas.item-closed-unnumbered') : texts('agendas.item-closed', { number });
  if (number !== null)
    return title === null ? texts('agendas.item-untitled', { number }) : texts('agendas.item-name', { number, title });
  return title === null ? texts('agendas.item-neither') : texts('agendas.item-unnumbered', { title });
}

/** "ført over fra punkt 3: udsat"; null where an item is not carried over. */
export function carriedText({ carriedFrom }: AgendaItem, { texts }: Pick<AgendaView, 'texts'>): string | null {
  if (carriedFrom === undefined) return null;
  const why = texts(`agendas.carried-${carriedFrom.reason}`);
  return carriedFrom.number === null
    ? texts('agendas.carried-item-unnumbered', { why })
    : texts('agendas.carried-item', { number: carriedFrom.number, why });
}

/** A button that opens a dialog, on a message's card or within another dialog. */
export function opens(dialog: string, title: string, data: object): object {
  return { type: 'Action.Submit', title, data: { msteams: { type: 'task/fetch' }, dialog, ...data } };
}

/** A button within a dialog that leads to another dialog. */
export function leads(dialog: string, title: string, data: object): object {
  return { type: 'Action.Submit', title, data: { dialog, ...data } };
}
