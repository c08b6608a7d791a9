import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** What a process writes to standard output. */
function written(code: string): readonly Readonly<Record<string, unknown>>[] {
  const script = `import { createLog } from './src/log/log.ts';\n${code}`;
  const out = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { encoding: 'utf8' });
  return out
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

test('a line is JSON with its event, its time and its codes', () => {
  const [line] = written("createLog('info').info('started', { port: 3978 })");
  expect(line).toMatchObject({ msg: 'started', port: 3978 });
  expect(String(line?.['time'])).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect(Object.keys(line ?? {}).sort()).toEqual(['level', 'msg', 'port', 'time']);
});

test('a fault is told by its name, code and place, never by its message, which may quote a person', () => {
  const [line] = written(
    "createLog('info').error('turn-failed', Object.assign(new TypeError('Må Hans Jensen fritages?'), { code: 'x-1' }), { kind: 'message' })",
  );
  expect(line).toMatchObject({ msg: 'turn-failed', fault: 'TypeError', code: 'x-1', kind: 'message' });
  expect(JSON.stringify(line)).not.toContain('Hans Jensen');
});

test('lines below the level are not written', () => {
  expect(written("const log = createLog('error'); log.info('a'); log.warn('b'); log.error('c', 1)")).toMatchObject([
    { msg: 'c', fault: 'number' },
  ]);
});
