import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantRules } from '../../src/app/checklists/tenant-rules.ts';
import { readConfig } from '../../src/config/config.ts';
import { readRuleSets } from '../../src/content/read-rule-sets.ts';
import { startChecklistBot } from '../support/checklist-bot.ts';

// The bot's day is 4 September 2017.
const written =
  'triage-horsens@2017:2017-09-05,fritagelse-horsens@2017:2017-01-01..2017-09-03,tilbud-varde@2014:2017-09-04..2017-09-04';
let bot: Awaited<ReturnType<typeof startChecklistBot>>;
beforeAll(async () => {
  const { ADOPTED_CHECKLISTS: adopted } = readConfig({ ADOPTED_CHECKLISTS: written });
  bot = await startChecklistBot('embedded', tenantRules(readRuleSets(), 'Jammerbugt', adopted));
});
afterAll(() => bot.close());
const said = async (words: string) => {
  const { replies } = await bot.teams.personalChat(bot.teams.person('caseworker-1')).say(words);
  return JSON.stringify(replies.map(({ text, card }) => card ?? text));
};

test('a checklist is not started before its adoption begins nor after it ended, and the day is named', async () => {
  expect(await said('triage 24/1')).toContain('tages først i brug 5. september 2017');
  expect(await said('fritagelse 24/1')).toContain('var i brug til og med 3. september 2017');
});

test('an adopted checklist is started on its only day, and one that was never adopted is a trial', async () => {
  const adopted = await said('tilbud 24/2');
  expect(adopted).toContain('Valg af tilbud');
  expect(adopted).not.toContain('Prøvekørsel');
  expect(await said('genoptræning 24/3')).toContain('Prøvekørsel');
});

test('the list of checklists offers what can be started today', async () => {
  const list = await said('tjeklister');
  expect(list).toContain('Valg af tilbud');
  expect(list).toContain('Kvalitetsmål for genoptræning');
  expect(list).not.toContain('Fritagelse for aktivering');
  expect(list).not.toContain('Afklaring i tre grupper');
});
