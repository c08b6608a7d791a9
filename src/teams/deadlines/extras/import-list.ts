import { z } from 'zod';
import { confirmList, type ImportStep, previewList, receiveList } from '../../../app/deadlines/import-deadlines.ts';
import { columnsCard, type ImportColumn, importColumns, importedCard, previewCard } from '../../../cards/deadlines/sheet-card.ts';
import { type MessageContent, type Reply, replyHere } from '../../turn/reply.ts';
import type { CardActionRequest, MessageRequest, Turn } from '../../turn/request.ts';
import { askingOf, viewOf } from '../context.ts';
import { answerPress } from '../presses.ts';
import type { SetUpContext } from './context.ts';

const lists = /\.(csv|xlsx)$/i;
const pressed = z.object({ id: z.string().max(100) });
const column = z.string().max(200);
const chosen = pressed.extend({ caseReference: column, person: column, kind: column, dueOn: column });

/** A list from the case system, sent as a file in the personal chat. Null where no file is a list. */
export async function readListFile(context: SetUpContext, request: MessageRequest): Promise<Reply | null> {
  const file = request.files.find(({ name }) => lists.test(name));
  if (file === undefined || request.place.kind !== 'personal') return null;
  const bytes = await context.fetchFile(file);
  const table = bytes === null ? null : await context.readTable(file.name, bytes);
  if (table === null || table.kind === 'unreadable') return replyHere(say(context, request, 'import-unreadable'));
  const { columns, rows } = table;
  const step = await receiveList(context.desk, askingOf(request), { id: context.makeId(), columns, rows });
  return replyHere(stepContent(context, request, step));
}

/** The columns were chosen: what the list would change. */
export async function chooseColumns(context: SetUpContext, request: CardActionRequest): Promise<Reply> {
  const read = chosen.safeParse(request.data);
  if (!read.success) return answerPress(request, say(context, request, 'import-column-error'));
  const { id, ...mapping } = read.data;
  return answerPress(request, stepContent(context, request, await previewList(context.desk, askingOf(request), id, mapping)));
}

/** Yes: the list is written, all or nothing. */
export async function confirmImport(context: SetUpContext, request: CardActionRequest): Promise<Reply> {
  const read = pressed.safeParse(request.data);
  if (!read.success) return answerPress(request, say(context, request, 'import-stale'));
  return answerPress(request, stepContent(context, request, await confirmList(context.desk, askingOf(request), read.data.id)));
}

function stepContent(context: SetUpContext, turn: Turn, step: ImportStep): MessageContent {
  const texts = context.texts[turn.language];
  const summary = texts('deadlines.import-summary');
  switch (step.kind) {
    case 'not-allowed':
      return say(context, turn, 'import-not-allowed');
    case 'gone':
    case 'changed-meanwhile':
      return say(context, turn, 'import-stale');
    case 'choose-columns':
      return { card: columnsCard(step.id, step.columns, { ...guessed(context, step.columns), ...step.guess }, texts), summary };
    case 'preview':
      return { card: previewCard(step.id, step.preview, viewOf(context, turn)), summary };
    case 'done':
      return { card: importedCard(step.preview, texts), summary };
  }
}

/** The column whose heading holds a word for it; the more telling words come first. A column is guessed once. */
function guessed({ names }: SetUpContext, columns: readonly string[]): Partial<Record<ImportColumn, string>> {
  const guess: Partial<Record<ImportColumn, string>> = {};
  for (const wanted of importColumns) {
    const free = columns.filter((one) => !Object.values(guess).includes(one));
    const word = names.columns[wanted].find((one) => free.some((heading) => heading.toLowerCase().includes(one)));
    const found = word === undefined ? undefined : free.find((heading) => heading.toLowerCase().includes(word));
    if (found !== undefined) guess[wanted] = found;
  }
  return guess;
}

function say({ texts }: SetUpContext, { language }: Turn, key: string): MessageContent {
  const text = texts[language](`deadlines.${key}`);
  return { text, summary: texts[language]('deadlines.import-summary') };
}
