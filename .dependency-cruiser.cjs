// Who may import what under src. A new folder gets a charter in docs/architecture.md and a line here first.
const fs = '^(node:)?(fs|fs/promises|path|url)$';
const node = (...names) => `^(node:)?(${names.join('|')})$`;
const npm = (...names) => `node_modules/(${names.join('|')})/`;
const layers = {
  domain: { layers: [], packages: [npm('snowball-stemmers')] }, // not even a node: module
  app: { layers: ['domain'], packages: [] },
  content: { layers: ['domain'], packages: [npm('zod', 'yaml', 'unpdf', 'mammoth', 'csv-parse', 'exceljs'), fs] },
  cards: { layers: ['domain', 'app'], packages: [npm('adaptivecards-templating', 'adaptive-expressions'), fs] },
  store: {
    layers: ['domain', 'app', 'log'],
    packages: [
      npm('zod', 'kysely', 'pg', '@types/pg', '@electric-sql/pglite'),
      fs,
      node('crypto', 'os', 'async_hooks', 'timers/promises'),
    ],
  },
  teams: {
    layers: ['domain', 'app', 'cards', 'log'],
    packages: [
      npm(
        'botbuilder',
        'botbuilder-core',
        'botframework-connector',
        'botframework-schema',
        '@microsoft/teams-ai',
        'jsonwebtoken',
        '@types/jsonwebtoken',
        'zod',
      ),
      node('crypto', 'http', 'https'),
    ],
  },
  http: { layers: ['log'], packages: [npm('restify', '@types/restify', 'prom-client', 'pino'), node('http', 'net')] },
  cli: {
    layers: ['domain', 'app', 'content', 'store', 'config', 'log', 'clock'],
    packages: [npm('zod'), fs, node('readline', 'os', 'process', 'crypto', 'stream', 'util')],
  },
  tryout: {
    layers: ['domain', 'http', 'log', 'export'], // export draws the charts that Teams would draw
    packages: [npm('zod', 'restify', '@types/restify', 'adaptivecards'), fs, node('crypto', 'http', 'module', 'net')],
  },
  model: { layers: ['domain', 'app', 'log'], packages: [npm('@microsoft/teams-ai', 'openai', 'zod')] },
  export: {
    layers: ['domain', 'app'],
    packages: [npm('docx', 'csv-stringify', 'exceljs', 'ical-generator', '@resvg/resvg-js'), node('module')],
  },
  wiring: {
    layers: ['domain', 'app', 'content', 'cards', 'store', 'teams', 'export', 'tryout', 'config', 'log', 'clock'],
    packages: [node('crypto')],
  },
  clock: { layers: ['domain', 'app', 'log'], packages: [] },
  config: { layers: [], packages: [npm('zod')] },
  log: { layers: [], packages: [npm('pino')] },
};
const error = (name, from, to) => ({ name, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(layers).flatMap(([name, may]) => [
      error(
        `${name}-layers`,
        { path: `^src/${name}/` },
        { path: '^src/', pathNot: `^src/(${[name, ...may.layers].join('|')})/` },
      ),
      error(`${name}-packages`, { path: `^src/${name}/` }, { pathNot: ['^src/', ...may.packages] }),
    ]),
    // The inner order of the domain: calendar, money, source, language and privacy are leaves; the rest stands on them.
    error(
      'domain-leaves',
      { path: '^src/domain/(calendar|money|source|language|privacy)/' },
      { path: '^src/domain/(rules|checklist|budget|agenda|deadline|answer)/' },
    ),
    error('rules-know-no-later-part', { path: '^src/domain/rules/' }, { path: '^src/domain/(checklist|budget|agenda|answer)/' }),
    error('unnamed-layer', {}, { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(layers).join('|')})/` }),
    error('main-is-last', {}, { path: '^src/main[.]ts$' }),
    error('src-knows-no-tests', { path: '^src/' }, { path: '^(tests|bench)/' }),
    error('domain-tests-need-only-domain', { path: '^tests/domain/' }, { path: '^src/', pathNot: '^src/domain/' }),
    error(
      'sdk-wall',
      { path: '^src/', pathNot: '^src/(teams|model)/' },
      { path: npm('botbuilder[^/]*', 'botframework[^/]*', '@microsoft/teams-ai') },
    ),
    error('cycle', {}, { circular: true }),
    error('orphan', { path: '^src/', orphan: true, pathNot: '^src/(main|cli/main)[.]ts$|[.]d[.]ts$' }, {}),
    error(
      'dev-dependency',
      { path: '^src/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: 'node_modules/@types/' },
    ),
    error('unresolvable', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true, // see `import type` too
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
