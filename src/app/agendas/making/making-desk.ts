import type { Agenda, AgendaItem } from '../../../domain/agenda/agenda.ts';
import type { PlainDate } from '../../../domain/calendar/plain-date.ts';
import type { Change, ChangeOutcome } from '../../change.ts';
import type { AgendaDesk } from '../agenda-desk.ts';
import type { StoredAgenda } from '../ports.ts';

/** What a committee's agendas usually hold: items as a person writes them. */
export interface AgendaTemplate {
  /** The committee's name, which is the template's. */
  readonly body: string;
  readonly items: string;
}

/** Keeps templates, one a committee. Everything is of one tenant. */
export interface TemplateStore {
  readonly list: (tenantId: string) => Promise<readonly AgendaTemplate[]>;
  readonly save: (tenantId: string, template: AgendaTemplate, change: Change) => Promise<ChangeOutcome>;
}

/** What making an agenda needs besides the agendas. */
export interface MakingDesk extends AgendaDesk {
  readonly templates: TemplateStore;
  /** The words with which a decision says that its item was postponed: content. */
  readonly postponed: readonly string[];
}

/** The meeting of an agenda that is made here. */
export interface NewMeeting {
  readonly municipality: string | null;
  readonly body: string;
  readonly date: PlainDate;
  readonly startTime: string | null;
  readonly place: string | null;
}

/** An agenda of items, counted from 1. */
export function agendaOfItems(meeting: NewMeeting, items: readonly AgendaItem[]): Agenda {
  return {
    kind: 'dagsorden',
    ...meeting,
    ...{ present: null, absent: null, substitutes: [], faults: [] },
    items: items.map((item, index) => ({ ...item, number: index + 1, line: index + 1 })),
  };
}

/** Whether an agenda was made here: only such a one is changed here; another follows its file. */
export function isMadeHere({ file }: Pick<StoredAgenda, 'file'>): boolean {
  return file === null;
}
