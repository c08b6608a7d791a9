import { readFile } from 'node:fs/promises';
import { readAgendaVocabulary } from '../../content/read-agenda-vocabulary.ts';
import { readTexts } from '../../content/texts.ts';
import { agendaReader } from '../../domain/agenda/read-agenda.ts';
import type { CliCommand } from '../command.ts';
import { writtenAgenda } from '../written-agenda.ts';

/** `agenda FILE --json`: the agenda or minutes in a file, as one JSON object. */
export const agendaCommand: CliCommand = {
  name: 'agenda',
  usage: 'agenda FILE --json   reads an agenda or minutes from .txt, .pdf, .docx or .html',
  run: async (args, io) => {
    const path = args.find((word) => !word.startsWith('--'));
    if (path === undefined) throw new Error('agenda needs a file: agenda FILE --json');
    const text = await readFile(path, 'utf8');
    const agenda = agendaReader(readAgendaVocabulary())(text);
    io.out(JSON.stringify(writtenAgenda(agenda, readTexts().da)));
    return 0;
  },
};
