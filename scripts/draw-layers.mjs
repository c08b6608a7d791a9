// Draws the layers as they are in the code into docs/architecture.md, between its two marks.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const page = new URL('../docs/architecture.md', import.meta.url);
const { stdout, status } = spawnSync(
  process.execPath,
  [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    'src',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'mermaid',
    '--collapse',
    '^src/[^/]+',
    '--do-not-follow',
    'node_modules',
    '--include-only',
    '^src',
  ],
  { encoding: 'utf8', cwd: new URL('..', import.meta.url) },
);
if (status !== 0) throw new Error('dependency-cruiser could not draw the layers');
const [start, end] = ['<!-- layers: drawn by npm run layers:draw -->', '<!-- /layers -->'];
const text = readFileSync(page, 'utf8');
const drawn = `${start}\n\`\`\`mermaid\n${stdout.trim()}\n\`\`\`\n${end}`;
writeFileSync(page, text.slice(0, text.indexOf(start)) + drawn + text.slice(text.indexOf(end) + end.length));
