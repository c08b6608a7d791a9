import type { CommandIo } from './command.ts';

/** What one line became, or why it could not be read. */
type LineResult = Readonly<Record<string, unknown>>;

/**
 * Reads JSON Lines, answers each with one line. A bad line gives `{"id"|null,"error"}`, the rest is processed, and the exit code is 2.
 * `answer` throws an `Error` whose message tells the person what to do.
 */
export async function answerJsonLines(
  io: CommandIo,
  answer: (line: LineResult) => LineResult | Promise<LineResult>,
): Promise<number> {
  let code = 0;
  for await (const raw of io.lines) {
    // Windows begins a file with a byte order mark, which counts as space.
    const line = raw.trim();
    if (line === '') continue;
    const result = await answerLine(line, answer);
    if ('error' in result) code = 2;
    io.out(JSON.stringify(result));
  }
  return code;
}

async function answerLine(line: string, answer: (line: LineResult) => LineResult | Promise<LineResult>): Promise<LineResult> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (fault) {
    return { id: null, error: `not JSON: ${(fault as Error).message}` };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return { id: null, error: 'a line must be a JSON object' };
  const record = parsed as LineResult;
  try {
    return await answer(record);
  } catch (fault) {
    return { id: record['id'] ?? null, error: (fault as Error).message };
  }
}
