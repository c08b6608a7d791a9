import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writtenAgenda } from '../../../src/cli/written-agenda.ts';
import { readFileText } from '../../../src/content/import/read-file-text.ts';
import { readTexts } from '../../../src/content/texts.ts';
import { readAgendaVocabulary } from '../../../src/content/words/read-agenda-vocabulary.ts';
import { agendaReader } from '../../../src/domain/agenda/read-agenda.ts';

const vocabulary = readAgendaVocabulary();
const read = agendaReader(vocabulary);
const written = (text: string) => JSON.parse(JSON.stringify(writtenAgenda(read(text), readTexts().da)));
const texts = join('tests', 'domain', 'agenda', 'texts');
const shared = join('..', 'shared');
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

describe('agendas in many lay-outs', () => {
  test.each(readdirSync(texts).filter((name) => !name.endsWith('.json')))('%s is read as it is written', async (name) => {
    const expected = json(join(texts, name.replace(/\.\w+$/, '.json')));
    const file = await readFileText(name, readFileSync(join(texts, name)));
    const found = written(file.kind === 'text' ? file.text : file.reason);
    expect(found).toMatchObject(expected);
    expect(found.items).toHaveLength(expected.items.length);
  });
});

describe('an agenda set out otherwise', () => {
  const heading = /^\s*(?:Beslutning|Indstilling|Sagsfremstilling|Bilag|Resumé?|Økonomi|Baggrund)\s*:?$/i;
  const byLine = (change: (line: string) => string) => (text: string) => text.split(/\r?\n/).map(change).join('\n');
  const headings = (change: (line: string) => string) => byLine((line) => (heading.test(line) ? change(line) : line));
  const variants: Readonly<Record<string, (text: string) => string>> = {
    'with Windows line ends and indentation': (text) => byLine((line) => `   ${line}`)(text).replaceAll('\n', '\r\n'),
    'with fixed spaces before figures': (text) => text.replace(/ (?=\d)/g, '\u00a0'),
    'with bold headings': headings((line) => `**${line.trim()}**`),
    'with headings in capitals': headings((line) => line.toUpperCase()),
    'with lines broken at seventy signs': byLine((line) =>
      line.replace(/(.{20,70}) (?=\S)/g, (all, part) => (line.trim().length > 70 ? `${part}\n` : all)),
    ),
  };
  const items = (text: string) =>
    written(text).items.map(({ number, case_no, title, clauses, decisions }: Record<string, unknown>) => {
      return { number, case_no, title, clauses, decisions };
    });

  test.each(Object.keys(variants))('%s is read the same', (name) => {
    for (const file of readdirSync(texts).filter((each) => each.endsWith('.txt'))) {
      const text = readFileSync(join(texts, file), 'utf8');
      expect(items(variants[name]?.(text) ?? ''), file).toEqual(items(text));
    }
  });
});

describe('a case statement with more in it', () => {
  const statement = /^\s*(?:Sagsfremstilling|Sagsbeskrivelse|Baggrund|Redegørelse|Problemstilling)\s*:?$/i;
  const additions: Readonly<Record<string, string>> = {
    'a numbered list':
      'Der arbejdes med fire indsatser:\n\n1. Tidlig indsats\n2. Bedre samtaler\n3. Flere praktikpladser\n4. Opfølgning\n\nDe følges hvert kvartal.\n',
    'numbered paragraphs':
      '\n1. Den første indsats handler om de unge i kommunen.\n\n2. Den anden indsats handler om de voksne i kommunen.\n',
    'a table with numbers':
      '\tBudget\tRegnskab\n1. Kontanthjælp\t1.200\t1.187\n2. Sygedagpenge\t990\t1.011\n\nTabellen viser balance.\n',
    'a list of aims with "at"': 'Formålet er\n- at flere kommer i job\n- at færre bliver syge\n\nDet er målet.\n',
    'words on other items and decisions':
      'Sag nr. 12 blev udsat. Punkt 4 den 3. juni 2016 handlede om det samme. Indstillingen blev dengang godkendt, jf. bilag 3.\n',
    'a date at the start of a line': '12. maj 2016 blev planen sendt ud.\n\n4. kvartal viser en stigning.\n',
  };
  const proposals = (text: string) =>
    written(text).items.map(({ number, title, clauses, decisions, attachments }: Record<string, unknown>) => {
      return { number, title, clauses, decisions, attachments };
    });

  test.each(Object.keys(additions))('%s gives the same items, clauses, decisions and annexes', (name) => {
    const added = `${additions[name]}\n`;
    for (const file of readdirSync(texts).filter((each) => each.endsWith('.txt') && !each.startsWith('trap'))) {
      const text = readFileSync(join(texts, file), 'utf8').replaceAll('\r\n', '\n');
      const longer = text.split('\n').flatMap((line) => (statement.test(line) ? [line, ...added.split('\n')] : [line]));
      expect(proposals(longer.join('\n')), file).toEqual(proposals(text));
    }
  });
});

interface SharedItem {
  readonly number: number;
  readonly title: string;
  readonly page?: number;
  readonly topic?: string;
  readonly journal_no: string;
  readonly recommendation: { readonly clauses: readonly string[] } | null;
  readonly decisions: readonly Record<string, unknown>[];
  readonly attachments: readonly string[];
  readonly absent: readonly string[];
  readonly hearing?: { readonly from: string | null; readonly to: string | null; readonly parties: readonly string[] } | null;
}

describe('the two known agendas', () => {
  test.skipIf(!existsSync(shared)).each(['agenda-jammerbugt.json', 'agenda-aalborg.json'])(
    '%s is read whole (skipped where the shared documents are missing)',
    (name) => {
      const expected = json(join(shared, 'domain', name));
      const found = written(readFileSync(join(shared, 'sources', expected.source_file), 'utf8'));
      const { kind, municipality, body, date } = expected;
      expect(found).toMatchObject({ kind, municipality, body, date, items: expected.items.map(itemOf) });
      expect(found.items).toHaveLength(expected.item_count);
    },
  );
});

function itemOf(item: SharedItem): object {
  const { number, title, page, topic, recommendation, attachments, absent, hearing } = item;
  const decisions = item.decisions.map(({ text, body, date, point_no, own_meeting }) => ({
    ...{ text, body, date, point_no: point_no ?? null, own_meeting },
  }));
  return {
    ...{ number, title, case_no: item.journal_no, clauses: recommendation?.clauses ?? [], decisions, attachments, absent },
    ...(page === undefined ? {} : { page }),
    ...(topic === undefined ? {} : { topic }),
    ...(hearing ? { hearing: { from: hearing.from, to: hearing.to, parties: hearing.parties } } : {}),
  };
}

describe('any text whatever', () => {
  const labels = [...vocabulary.labels.keys()];
  const piece = fc.oneof(
    fc.constantFrom(...labels),
    fc.constantFrom(...labels).map((label) => `${label.toUpperCase()}:`),
    fc.constantFrom(
      'Punkt 3: Plan',
      '4. Notat (O)',
      '• 5 Tal',
      'at planen',
      '- at det sker,',
      '1. at vi',
      '24/1187',
      'Sagsnr.: 15/22',
    ),
    fc.constantFrom(
      'Per Holm var fraværende.',
      'Beslutning i Byrådet den 3. maj 2016:',
      'Indstillingen godkendt',
      'og',
      '…',
      '\t',
      '**',
    ),
    fc.string({ unit: 'grapheme' }),
  );
  const text = fc
    .array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', ' ', '\r\n', '\u00a0')), { maxLength: 60 })
    .map((pieces) => pieces.map(([words, end]) => words + end).join(''));

  /** Whether words stand in a text in their order; a line that a page repeats between them is left out. */
  const standsIn = (value: string, words: readonly string[]): boolean => {
    let at = 0;
    return value.split(' ').every((word) => {
      at = words.indexOf(word, at) + 1;
      return at > 0;
    });
  };

  test('is read without an exception, and what is read stands in it', () => {
    fc.assert(
      fc.property(text, (source) => {
        const words = source.split(/\s+/);
        for (const item of read(source).items) {
          const values = [
            item.title,
            ...item.annexes,
            ...(item.recommendation?.clauses ?? []),
            ...item.decisions.map((each) => each.text),
          ];
          for (const value of values) if (value !== null) expect([value, standsIn(value, words)]).toEqual([value, true]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    '',
    'Once upon a time there was a meeting.',
    'Mål for indsatsen\n1. Unge\n2. Voksne\n3. Ældre',
    '%PDF-1.4 \u0000\u0001',
  ])('without structure gives no items and says so: %j', (source) => {
    const found = written(source);
    expect(found.items).toEqual([]);
    expect(found.faults).toEqual([{ line: 1, message: 'kan ikke læses som dagsorden' }]);
  });
});
