import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../config/config.ts';
import { readImportWords } from '../../content/import/guess-document.ts';
import { readDocument } from '../../content/import/read-document.ts';
import { readLibrarySources } from '../../content/read-library.ts';
import { readTexts } from '../../content/texts.ts';
import { answerQuestion } from '../../domain/answer/answer-question.ts';
import type { AnswerResult } from '../../domain/answer/answer-result.ts';
import { buildLibrary, type Library } from '../../domain/answer/library.ts';
import { type Texts, withoutDoubleStop } from '../../domain/language/texts.ts';
import { hasPersonalNumber } from '../../domain/privacy/personal-number.ts';
import type { ImportedDocument } from '../../domain/source/imported-document.ts';
import type { CliCommand, CommandIo } from '../command.ts';
import { answerJsonLines } from '../json-lines.ts';

/** `ask "…"` for people, `ask --jsonl [--import DIR]` for measuring: the folder's documents are read for this run alone. */
export const askCommand: CliCommand = {
  name: 'ask',
  usage: 'ask "QUESTION" | ask --jsonl [--import DIR]   {"id","question","context":[…],"municipality"?} per line',
  run: async (args, io) => {
    const folder = optionOf(args, '--import');
    const texts = readTexts().da;
    const library = buildLibrary(readLibrarySources(folder === null ? [] : await importedFrom(folder, io)));
    const municipality = readConfig(io.env).MUNICIPALITY ?? null;
    if (args.includes('--jsonl'))
      return answerJsonLines(io, (line) => ({ id: line['id'] ?? null, ...answerLine(line, library, municipality, texts) }));
    const question = args.filter((arg, index) => !arg.startsWith('--') && args[index - 1] !== '--import').join(' ');
    if (question === '') throw new Error('ask needs a question, or --jsonl with questions on standard input');
    for (const line of readable(question, library, municipality, texts)) io.out(line);
    return 0;
  },
};

function answerLine(
  line: Readonly<Record<string, unknown>>,
  library: Library,
  fallback: string | null,
  texts: Texts,
): Readonly<Record<string, unknown>> {
  const { question, context = [], municipality } = line;
  if (typeof question !== 'string' || question.trim() === '') throw new Error('a line needs "question", a text');
  if (!Array.isArray(context) || !context.every((one) => typeof one === 'string'))
    throw new Error('"context" is a list of earlier questions');
  if (hasPersonalNumber(question) || context.some(hasPersonalNumber))
    return {
      kind: 'refused',
      text: texts('cards.refused-lead'),
      value: null,
      citations: [],
      options: [],
      municipality: null,
      year: null,
      standing: null,
    };
  const where = typeof municipality === 'string' && municipality !== '' ? municipality : fallback;
  return asJson(answerQuestion({ text: question, context, municipality: where }, library), texts);
}

function asJson(result: AnswerResult, texts: Texts): Readonly<Record<string, unknown>> {
  const provenance =
    'standing' in result
      ? { municipality: result.municipality, year: result.year, standing: result.standing }
      : { municipality: null, year: null, standing: null };
  const value =
    result.kind === 'answer' && result.value !== null
      ? { amount: result.value.amount, unit: result.value.unit, approximate: result.value.isApproximate }
      : null;
  const citations =
    'citations' in result
      ? result.citations.map(({ document, section, quote, span }) => ({
          document: document.file,
          section,
          quote: quote.replace(/\s+/gu, ' ').trim(),
          ...span,
        }))
      : [];
  return {
    kind: result.kind,
    text: linesOf(result, texts).join(' '),
    value,
    citations,
    options: result.kind === 'ask-back' ? result.options : [],
    ...provenance,
  };
}

function readable(question: string, library: Library, municipality: string | null, texts: Texts): readonly string[] {
  if (hasPersonalNumber(question)) return [texts('cards.refused-lead')];
  const result = answerQuestion({ text: question, context: [], municipality }, library);
  const sources =
    'citations' in result
      ? result.citations.map(
          ({ document, section }) =>
            `- ${texts('cards.source-line', { title: document.title, section })} (${[document.municipality, document.year].filter((part) => part !== null).join(', ')})`,
        )
      : [];
  return [...linesOf(result, texts), ...sources];
}

function linesOf(result: AnswerResult, texts: Texts): readonly string[] {
  const notes = 'notes' in result ? result.notes.map(({ key, values }) => withoutDoubleStop(texts(key, values))) : [];
  switch (result.kind) {
    case 'answer':
      return [withoutDoubleStop(texts(result.text.key, result.text.values)), ...notes];
    case 'nearest':
      return [texts('cards.nearest-lead'), ...notes];
    case 'not-found':
      return [texts('cards.not-found-title'), ...notes, ...result.nearestHeadings];
    case 'ask-back':
      return [texts('cards.ask-back-lead'), ...result.options];
  }
}

async function importedFrom(folder: string, io: CommandIo): Promise<readonly ImportedDocument[]> {
  const known = new Map(readLibrarySources([]).known.map(({ document }) => [document.file, document]));
  const words = readImportWords();
  const read = await Promise.all(
    readdirSync(folder)
      .sort()
      .map(async (name) => ({
        name,
        result: await readDocument(name, readFileSync(join(folder, name)), { told: {}, known, words }),
      })),
  );
  for (const { name, result } of read) if (result.kind !== 'read') io.err(`${name}: not imported (${result.kind})`);
  return read.flatMap(({ result }) => (result.kind === 'read' ? [result.imported] : []));
}

function optionOf(args: readonly string[], name: string): string | null {
  const at = args.indexOf(name);
  return at < 0 ? null : (args[at + 1] ?? null);
}
