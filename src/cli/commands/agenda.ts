import { readFile } from 'node:fs/promises';
import { readFileText } from '../../content/import/read-file-text.ts';
import { readTexts } from '../../content/texts.ts';
import { readAgendaVocabulary } from '../../content/words/read-agenda-vocabulary.ts';
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
    const agenda = agendaReader(readAgendaVocabulary())(await textOf(path));
    io.out(JSON.stringify(writtenAgenda(agenda, readTexts().da)));
    return 0;
  },
};

/** The text of a file; none where the file holds none, and a file of an unknown kind is read as plain text. */
async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path);
  const read = await readFileText(path, bytes);
  const plain = read.kind === 'unreadable' && read.reason === 'unknown-kind' ? await readFileText('plain.txt', bytes) : read;
  return plain.kind === 'text' ? plain.text : '';
}
