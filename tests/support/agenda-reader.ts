import { readAgendaVocabulary } from '../../src/content/words/read-agenda-vocabulary.ts';
import { agendaReader } from '../../src/domain/agenda/read-agenda.ts';

/** Reads an agenda with the shipped vocabulary. */
export const readAgenda = agendaReader(readAgendaVocabulary());

/** What a text's items come to: number, title, clauses, and the words of the decisions. */
export function itemsOf(...lines: readonly string[]) {
  return readAgenda(lines.join('\n')).items.map(({ number, title, recommendation, decisions }) => ({
    number,
    title,
    clauses: recommendation?.clauses ?? [],
    decisions: decisions.map(({ text }) => text),
  }));
}
