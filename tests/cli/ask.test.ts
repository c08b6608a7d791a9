import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CliCommand } from '../../src/cli/command.ts';
import { askCommand } from '../../src/cli/commands/ask.ts';

interface Answer {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly value: { readonly amount: string; readonly unit: string; readonly approximate: boolean } | null;
  readonly citations: readonly { document: string; section: string; quote: string; start?: number; end?: number }[];
}

/** One question of the project's own, written by somebody who had not seen the search: where its answer stands, or that it does not. */
interface OwnQuestion {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
  readonly context: readonly string[];
  readonly spans: readonly { file: string; text: string; occurrences: readonly (readonly [number, number])[] }[];
}

const sources = join(import.meta.dirname, '..', '..', '..', 'shared', 'sources');
const own: readonly OwnQuestion[] = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'own-questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

async function run(command: CliCommand, args: readonly string[], lines: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const written = (async function* () {
    yield* lines;
  })();
  const io = { lines: written, out: (line: string) => out.push(line), err: (line: string) => err.push(line), env: {} };
  return { code: await command.run(args, io), out, err };
}

async function ask(questions: readonly Partial<OwnQuestion>[], ...args: readonly string[]): Promise<readonly Answer[]> {
  const { code, out } = await run(
    askCommand,
    ['--jsonl', ...args],
    questions.map((one) => JSON.stringify(one)),
  );
  expect(code).toBe(0);
  return out.map((line) => JSON.parse(line));
}

test('an amount is answered in kroner with its source, and with the note that its document does not add up', async () => {
  const [answer] = await ask([{ id: 'a', question: 'Hvor meget fik Uddannelseshuset i 2016?' }]);
  expect(answer).toMatchObject({ id: 'a', kind: 'answer', value: { amount: '112675000', unit: 'DKK', approximate: false } });
  expect(answer?.text).toContain('3.775.000');
  expect(answer?.citations[0]).toMatchObject({
    document: expect.stringMatching(/^000_/u),
    quote: expect.stringContaining('112.675.000'),
  });
});

test('a faulty line gives an error with its id, the next is answered, and the exit code is 2', async () => {
  const { code, out } = await run(
    askCommand,
    ['--jsonl'],
    ['\uFEFF{"id":"a"}', 'no json', '{"id":"b","question":"hvad går princip 7 ud på"}'],
  );
  expect(code).toBe(2);
  expect(out.map((line) => JSON.parse(line))).toMatchObject([
    { id: 'a', error: expect.stringContaining('question') },
    { id: null, error: expect.stringContaining('not JSON') },
    { id: 'b', kind: 'answer' },
  ]);
});

test('a question with a personal number is refused and not repeated', async () => {
  const [answer] = await ask([{ id: 'a', question: 'hvad med 010190-1234' }]);
  expect(answer).toMatchObject({ id: 'a', kind: 'refused', citations: [] });
  expect(answer?.text).not.toContain('0101');
});

const squeezed = (text: string) => text.replace(/\s+/gu, ' ').trim().toLowerCase();

function isHit({ spans }: OwnQuestion, citation: Answer['citations'][number] | undefined): boolean {
  if (citation === undefined) return false;
  return spans.some(({ file, text }) => citation.document === file && squeezed(citation.quote).includes(squeezed(text)));
}

/** How many in a hundred of the answerable questions are cited rightly first, among the first three; how many of the others are refused. */
async function scores(...args: readonly string[]) {
  const answers = new Map((await ask(own, ...args)).map((answer) => [answer.id, answer]));
  const citationsOf = ({ id }: OwnQuestion) => answers.get(id)?.citations ?? [];
  const share = (part: number, whole: number) => Math.round((100 * part) / whole);
  const answerable = own.filter(({ spans }) => spans.length > 0);
  const none = own.filter(({ kind }) => kind === 'unanswerable');
  return {
    first: share(answerable.filter((one) => isHit(one, citationsOf(one)[0])).length, answerable.length),
    amongThree: share(
      answerable.filter((one) =>
        citationsOf(one)
          .slice(0, 3)
          .some((each) => isHit(one, each)),
      ).length,
      answerable.length,
    ),
    refused: share(none.filter(({ id }) => ['not-found', 'nearest'].includes(answers.get(id)?.kind ?? '')).length, none.length),
    numbersOnNone: none.filter(({ id }) => answers.get(id)?.value != null).length,
  };
}

test.skipIf(!existsSync(sources))(
  'of 379 own questions five in six are cited rightly at first with the documents imported (skipped where ../shared/sources is missing)',
  async () => {
    const { first, amongThree, refused, numbersOnNone } = await scores('--import', sources);
    expect(first).toBeGreaterThanOrEqual(84);
    expect(amongThree).toBeGreaterThanOrEqual(93);
    expect(refused).toBeGreaterThanOrEqual(90);
    expect(numbersOnNone).toBe(0);
  },
);

test('of 379 own questions almost half are cited rightly at first by the quotations that the product carries', async () => {
  const { first, amongThree, refused, numbersOnNone } = await scores();
  expect(first).toBeGreaterThanOrEqual(45);
  expect(amongThree).toBeGreaterThanOrEqual(50);
  expect(refused).toBeGreaterThanOrEqual(88);
  expect(numbersOnNone).toBe(0);
});
