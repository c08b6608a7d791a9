// The command line: builds when needed, then runs it. Developers set RETTESNOR_SOURCE=1 to run the sources as they stand.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const run = (args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;

if (process.env.RETTESNOR_SOURCE === '1') {
  process.exit(run(['--import', 'tsx', join(root, 'src', 'cli', 'main.ts'), ...process.argv.slice(2)]));
}
const built = run([join(root, 'scripts', 'build.mjs'), '--if-needed']);
process.exit(built === 0 ? run([join(root, 'dist', 'cli', 'main.js'), ...process.argv.slice(2)]) : 2);
