import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ledgerCommand } from '../../../src/cli/commands/ledger.ts';
import { type FreshDocument, freshDocuments } from './fresh-documents.ts';
import { moreFreshDocuments } from './more-fresh-documents.ts';
import { bytesOf } from './written-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'rettesnor-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function errorsIn({ format }: FreshDocument, text: string): Promise<readonly { readonly message: string }[]> {
  const path = join(folder, `document.${format}`);
  writeFileSync(path, await bytesOf(text, format));
  const out: string[] = [];
  const io = { lines: (async function* () {})(), out: (line: string) => out.push(line), err: () => {}, env: {} };
  await ledgerCommand.run([path, '--json'], io);
  const findings: readonly { readonly kind: string; readonly message: string }[] = JSON.parse(out.join(''));
  return findings.filter(({ kind }) => kind === 'contradiction' || kind === 'unit');
}

const documents = [...freshDocuments, ...moreFreshDocuments];

describe('eighteen documents in lay-outs of their own', () => {
  test.each(documents)('$name: nothing is found in the sound document', async (document) => {
    expect(await errorsIn(document, document.text)).toEqual([]);
  });
  test('at least 95 per cent of the errors planted in them are found', async () => {
    const planted = documents.flatMap((document) => document.errors.map((error) => ({ document, error })));
    const missed: string[] = [];
    for (const { document, error } of planted) {
      const [from, to] = error;
      expect(document.text).toContain(from);
      if ((await errorsIn(document, document.text.replace(from, to))).length === 0)
        missed.push(`${document.name}: ${from} -> ${to}`);
    }
    expect(1 - missed.length / planted.length, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});
