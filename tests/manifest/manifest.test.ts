import { readFileSync } from 'node:fs';
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { Ajv } from 'ajv';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { appPackage, fillManifest, readAppSettings } from '../../scripts/manifest/app-package.ts';
import { readAgendaWords } from '../../src/content/words/read-agenda-words.ts';
import { readBudgetReviewWords } from '../../src/content/words/read-budget-review-words.ts';
import { readChecklistWords } from '../../src/content/words/read-checklist-words.ts';
import { readDeadlineWords } from '../../src/content/words/read-deadline-words.ts';
import { readQuestionWords } from '../../src/content/words/read-question-words.ts';

const id = '11111111-2222-4333-8444-555555555555';
const env = { MicrosoftAppId: id, PUBLIC_URL: 'https://rettesnor.example.dk/', ORGANISATION: 'Aalborg "Kommune"' };
const settings = settingsOf(env);
const manifest = fillManifest(settings) as unknown as Manifest;
const english: Readonly<Record<string, string>> = JSON.parse(readFileSync('manifest/en.json', 'utf8'));

interface Command {
  readonly title: string;
  readonly description?: string;
  readonly type?: string;
  readonly prompt?: string;
}
interface Manifest {
  readonly localizationInfo: {
    readonly defaultLanguageTag: string;
    readonly additionalLanguages: readonly { readonly languageTag: string }[];
  };
  readonly bots: readonly {
    readonly commandLists: readonly { readonly scopes: readonly string[]; readonly commands: readonly Command[] }[];
  }[];
  readonly composeExtensions: unknown;
  readonly description: { readonly short: string };
  readonly authorization: { readonly permissions: { readonly resourceSpecific: readonly { readonly name: string }[] } };
}

function settingsOf(from: Readonly<Record<string, string>>) {
  const read = readAppSettings(from, '0.1.0');
  if ('length' in read) throw new Error(read.join());
  return read;
}

/** Paths of everything in the manifest that a person reads, as the localisation file names them. */
function wordPaths(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => wordPaths(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return /\.(title|description|prompt)$/.test(path) ? [path] : [];
  return Object.entries(value).flatMap(([key, item]) => wordPaths(item, `${path}.${key}`));
}

test('the manifest is valid by the newest schema', async () => {
  expect(await AppManifestUtils.validateAgainstSchema(manifest as unknown as TeamsManifest)).toEqual([]);
});

test('the English file is valid and translates every command, prompt and text, and nothing else', () => {
  const path = 'node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json';
  const { $schema: _draft, ...schema } = JSON.parse(readFileSync(path, 'utf8'));
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  expect([validate(english), validate.errors]).toEqual([true, null]);
  const wanted = [...wordPaths(manifest.bots, 'bots'), ...wordPaths(manifest.composeExtensions, 'composeExtensions')];
  const top = ['$schema', 'name.short', 'name.full', 'description.short', 'description.full'];
  expect(Object.keys(english).sort()).toEqual([...top, ...wanted].sort());
});

test('languages are named by the short tags that Teams knows', () => {
  const { defaultLanguageTag, additionalLanguages } = manifest.localizationInfo;
  expect([defaultLanguageTag, ...additionalLanguages.map(({ languageTag }) => languageTag)]).toEqual(['da', 'en']);
});

test('no scope has more than ten commands, and the personal chat has at least three prompt starters', () => {
  const lists = manifest.bots.flatMap(({ commandLists }) => commandLists);
  expect(lists.map(({ scopes }) => scopes)).toEqual([['personal'], ['team'], ['groupChat']]);
  for (const { commands } of lists) expect(commands.length).toBeLessThanOrEqual(10);
  expect(lists[0]?.commands.filter(({ type, prompt }) => type === 'prompt' && prompt).length).toBeGreaterThanOrEqual(3);
});

test('every command is one that the bot reads, in both languages', () => {
  const { commands } = readChecklistWords();
  const known = [
    ...[readQuestionWords().help, readBudgetReviewWords().review, readDeadlineWords().command],
    ...[readAgendaWords(), readDeadlineWords().boards, commands, { queue: readChecklistWords().queue }].flatMap(Object.values),
  ].flat();
  const danish = manifest.bots.flatMap(({ commandLists }) => commandLists.flatMap(({ commands: list }) => list));
  const typed = danish.filter(({ type }) => type !== 'prompt').map(({ title }) => title);
  const translated = Object.entries(english).filter(([path]) => /^bots.*title$/.test(path));
  const starters = /commandLists\[0\]\.commands\[[012]\]/;
  const inEnglish = translated.filter(([path]) => !starters.test(path)).map(([, title]) => title);
  expect(inEnglish).toHaveLength(typed.length);
  expect([...typed, ...inEnglish].filter((title) => !known.includes(title))).toEqual([]);
});

test('the message extension has the search and the action that the bot answers, and every scope names every feature', () => {
  expect(manifest.composeExtensions).toMatchObject([
    {
      commands: [
        { id: 'search', type: 'query' },
        { id: 'createDeadline', type: 'action', title: 'Opret frist', fetchTask: true },
      ],
    },
  ]);
  for (const { commands } of manifest.bots.flatMap(({ commandLists }) => commandLists))
    for (const feature of [/^hjælp$/, /frist/, /^triage$/, /^fritagelse$/, /dagsorden/, /^budgetopfølgning$/])
      expect(commands.map(({ title }) => title).filter((title) => feature.test(title))).not.toEqual([]);
});

test('only permissions that exist are asked for, and few', () => {
  const known = [
    'OnlineMeeting.ReadBasic.Chat',
    'OnlineMeetingParticipant.Read.Chat',
    'ChatMember.Read.Chat',
    'TeamMember.Read.Group',
  ];
  const asked = manifest.authorization.permissions.resourceSpecific.map(({ name }) => name);
  expect(asked.filter((name) => !known.includes(name))).toEqual([]);
  expect(asked).toContain('OnlineMeeting.ReadBasic.Chat');
});

test('every address is https, and no place is left open', () => {
  const text = JSON.stringify(manifest);
  expect(text).not.toMatch(/http:|\$\{\{/);
  expect(text).toContain('https://rettesnor.example.dk/privacy');
});

test.each([
  ['color.png', 192, 2],
  ['outline.png', 32, 6],
])('%s is a picture of %i pixels a side, the outline transparent', (name, size, colourType) => {
  const png = readFileSync(`manifest/${name}`);
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[25]]).toEqual([size, size, colourType]);
});

test('the package holds the manifest, the English words and both icons', async () => {
  const zip = await JSZip.loadAsync(await appPackage(settings));
  expect(Object.keys(zip.files).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
  expect(JSON.parse((await zip.file('manifest.json')?.async('string')) ?? '')).toMatchObject({
    id,
    developer: { name: 'Aalborg "Kommune"' },
  });
});

test('all that is missing in the settings is named at once', () => {
  const faults = readAppSettings({ MicrosoftAppId: 'x', PUBLIC_URL: 'http://bot', ORGANISATION: 'x'.repeat(33) }, '0.1.0');
  expect(faults).toHaveLength(3);
});
