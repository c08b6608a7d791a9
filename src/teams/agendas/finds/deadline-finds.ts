import type { DeadlineStore } from '../../../app/deadlines/ports.ts';
import { sheetCard } from '../../../cards/layout/sheet.ts';
import { weekdayText } from '../../../cards/words/day.ts';
import type { Deadline } from '../../../domain/deadline/deadline.ts';
import type { TextsByLanguage } from '../../../domain/language/texts.ts';
import type { SearchRequest } from '../../turn/request.ts';
import { holds, type KindFind, type MoreFinds, searchable, type Wanted } from './wanted.ts';

const mostDeadlines = 20;

/** The open deadlines of whoever asks, and of nobody else. What is inserted has no buttons: those who read it do not own it. */
export function findsOwnDeadlines(store: Pick<DeadlineStore, 'openOf'>, textsByLanguage: TextsByLanguage): MoreFinds {
  return async (request, wanted) => {
    const { tenantId, objectId } = request.person;
    if (objectId === null) return [];
    const own = await store.openOf(tenantId, [objectId]);
    const fitting = own.filter((deadline) => fits(deadline, request, wanted));
    return fitting.slice(0, mostDeadlines).map((deadline) => find(deadline, request));
  };

  function fits({ title, caseReference, dueOn, source }: Deadline, { language }: SearchRequest, wanted: Wanted): boolean {
    return holds(searchable(title, caseReference, dueOn, weekdayText(dueOn, language), source), wanted);
  }

  function find({ title, dueOn, caseReference }: Deadline, { language, person }: SearchRequest): KindFind {
    const texts = textsByLanguage[language];
    const day = weekdayText(dueOn, language);
    const about = caseReference === null ? [] : [texts('agendas.case', { case: caseReference })];
    const lines = [...about, texts('agendas.find-owner', { name: person.name })];
    const sections = [{ heading: texts('agendas.find-due', { day }), lines }];
    const card = () =>
      sheetCard({ title, lead: texts('agendas.find-deadline-lead'), notice: null, sections, foot: '', actions: [] }, String);
    return { kind: 'deadline', title: title.slice(0, 150), subtitle: texts('agendas.find-deadline', { day }), card };
  }
}
