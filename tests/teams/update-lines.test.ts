import { expect, test } from 'vitest';
import { createUpdateLines } from '../../src/teams/sending/update-lines.ts';

test('updates of one message never overtake each other, and of those that wait the newest alone is sent', async () => {
  const inLine = createUpdateLines();
  const written: string[] = [];
  let release = () => {};
  const first = inLine('a', async () => {
    await new Promise<void>((resolve) => (release = resolve));
    written.push('first');
  });
  const waiting = ['second', 'third', 'fourth'].map((name) => inLine('a', async () => void written.push(name)));
  const other = inLine('b', async () => void written.push('another message'));
  await other;
  expect(written).toEqual(['another message']);
  release();
  await Promise.all([first, ...waiting]);
  expect(written).toEqual(['another message', 'first', 'fourth']);
});

test('an update that fails is told to its sender, and the next one goes out', async () => {
  const inLine = createUpdateLines();
  const failing = inLine('a', async () => {
    throw new Error('gone');
  });
  const next = inLine('a', async () => {});
  await expect(failing).rejects.toThrow('gone');
  await next;
  await inLine('a', async () => {});
});
