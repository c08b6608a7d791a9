import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync('docs', { recursive: true }).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md') && existsSync(name));
const read = (path: string) => readFileSync(path, 'utf8');
const sources = readdirSync('src', { recursive: true })
  .map((name) => `src/${name}`)
  .filter((name) => name.endsWith('.ts'));

test('every path that a page names in code style exists', () => {
  const pathLike = /`((?:src|cards|content|manifest|tests|bench|docs|scripts)\/[\w./-]*[\w/])`/g;
  const missing = pages.flatMap((page) =>
    [...read(page).matchAll(pathLike)]
      .map(([, path]) => path ?? '')
      .filter((path) => !existsSync(path))
      .map((path) => `${page}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test('every link and picture of a page leads to a file', () => {
  const link = /\]\((?!https?:|#|mailto:)([^)#\s]+)/g;
  const missing = pages.flatMap((page) => {
    const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/') + 1) : '';
    return [...read(page).matchAll(link)]
      .map(([, path]) => `${folder}${path}`)
      .filter((path) => !existsSync(path))
      .map((path) => `${page}: ${path}`);
  });
  expect(missing).toEqual([]);
});

test('every Danish term that the code is tagged with is a row of the glossary', () => {
  const rows = read('docs/glossary.md')
    .split('\n')
    .filter((line) => line.startsWith('| '));
  const terms = new Set(
    rows
      .flatMap((row) => (row.split('|')[1] ?? '').split(/[;,/]/))
      .map((term) =>
        term
          .replace(/\(.*\)/, '')
          .trim()
          .toLowerCase(),
      ),
  );
  const tags = sources.flatMap((file) =>
    [...read(file).matchAll(/@da ([^\n*@.]+)/g)].flatMap(([, list]) =>
      (list ?? '').split(/[;,/]/).map((term) => ({ file, term: term.trim().toLowerCase() })),
    ),
  );
  expect(tags.length).toBeGreaterThan(0);
  expect(tags.filter(({ term }) => !terms.has(term)).map(({ file, term }) => `${file}: @da ${term}`)).toEqual([]);
});

test('no file of the source is longer than 250 lines', () => {
  expect(sources.filter((file) => read(file).split('\n').length > 251)).toEqual([]);
});

test('codes of errors are unique over the layers', () => {
  const codes = sources
    .filter((file) => file.endsWith('/errors.ts'))
    .flatMap((file) => [...new Set([...read(file).matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, code]) => code ?? ''))]);
  expect(codes.length).toBe(new Set(codes).size);
});
