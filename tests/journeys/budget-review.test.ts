import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryOf, personIn } from '../../src/app/access/member-list.ts';
import { createClock } from '../../src/clock/clock.ts';
import { readConfig } from '../../src/config/config.ts';
import { readTexts } from '../../src/content/texts.ts';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { createLog } from '../../src/log/log.ts';
import { noReply } from '../../src/teams/turn/reply.ts';
import { tryoutPeople, tryoutTenant } from '../../src/tryout/people/people.ts';
import { type StandIn, startStandIn } from '../../src/tryout/stand-in.ts';
import { createFigures } from '../../src/wiring/figures.ts';
import { startBot } from '../support/bot.ts';
import { cardFaults } from '../support/check-card.ts';
import { dataFolder } from '../support/run-bot.ts';
import { freshStore } from '../support/stores.ts';

const noted: string[] = [];
let teams: StandIn;
let figures: ReturnType<typeof createFigures>;
let close = async () => {};

beforeAll(async () => {
  const store = await freshStore('embedded');
  const members = tryoutPeople.flatMap(({ name, objectId, role }) =>
    objectId === null || role === null ? [] : [{ tenantId: tryoutTenant, objectId, name, roles: [role], team: 'A' }],
  );
  const directory = directoryOf(members);
  const clock = { ...createClock(), today: () => plainDate('2026-11-23') };
  const audit = { note: ({ action, subject }: { action: string; subject: string }) => void noted.push(`${action} ${subject}`) };
  const config = readConfig({ DATA_DIR: dataFolder() });
  figures = createFigures({ config, log: createLog('silent'), store, clock, texts: readTexts(), audit });
  const personOf = (tenantId: string, objectId: string | null, name: string) => personIn(directory, tenantId, objectId, name);
  const bot = await startBot({ features: [figures.feature], ask: async () => noReply }, null, { personOf, clock });
  teams = await startStandIn({ botUrl: `${bot.url}/api/messages` });
  close = async () => {
    await teams.close();
    await bot.close(500);
    await store.close();
  };
});
afterAll(() => close());

const leader = () => teams.personalChat(teams.person('team-leader'));
const cardOf = (chat = leader()) => chat.cardOf(chat.last()?.id ?? '');
const shown = (chat = leader()) => JSON.stringify(cardOf(chat));

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Forbrug');
  sheet.addRow(['Enhed', 'Budget 2026', 'Forbrug til og med oktober']);
  sheet.addRow(['Jobhuset', 57_830_000, 52_500_000]);
  sheet.addRow(['Sygedagpengehuset', 24_640_000, 18_000_000.5]);
  sheet.addRow(['I alt', 82_470_000, 70_500_000.5]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test('a workbook of frames and spending becomes a draft whose month is confirmed, with each unit’s deviation and the forecast', async () => {
  await leader().say('', { files: [{ name: 'forbrug.xlsx', content: await workbook() }] });
  expect(await cardFaults(cardOf())).toEqual([]);
  expect(shown()).toContain('er måneden rigtig');
  expect(shown()).toContain('"value":"10"');
  await leader().press(leader().last()?.id ?? '', 'Gem', { year: 2026, month: '10' });
  await teams.waitFor(({ card }) => JSON.stringify(card ?? '').includes('"title":"Hent som Excel"'));
  expect(await cardFaults(cardOf())).toEqual([]);
  // 52.500.000 in ten months is 63.000.000 in twelve.
  expect(shown()).toContain('"+5.170"');
  expect(shown()).toContain('ender året med et merforbrug: 2.130.000,60 kr.');
  expect(shown()).toContain('"91 %"');
  expect(shown()).toContain('"verb":"checklists/start"');
});

test('the files behind its links hold the same numbers, and a changed link shows nothing', async () => {
  await leader().say('budgetopfølgning');
  const address = (name: string) => new RegExp(`/download/${name}/([^"]+)`, 'u').exec(shown())?.[1] ?? '';
  const token = decodeURIComponent(address('budget.csv'));
  const csv = await figures.download('budget.csv', token);
  expect(String(csv?.body)).toContain('Jobhuset;57830000;52500000;63000000;5170000');
  expect(await figures.download('budget.csv', token.replace(/:[^:]*$/u, ':x'))).toBeNull();
  const book = new ExcelJS.Workbook();
  const excel = await figures.download('budget.xlsx', decodeURIComponent(address('budget.xlsx')));
  await book.xlsx.load(excel?.body as unknown as ArrayBuffer);
  expect(book.worksheets[0]?.getRow(2).getCell(5).value).toBe(5_170_000);
});

test('spending can be typed, a line a unit; what cannot be read keeps what was typed', async () => {
  await leader().say('budgetopfølgning');
  await leader().press(leader().last()?.id ?? '', 'Indtast forbrug');
  await leader().submitDialog({ lines: 'Jobhuset; mange; 10' });
  expect(JSON.stringify(leader().dialog()?.card)).toMatch(/»mange« kan ikke læses.*Jobhuset; mange; 10/u);
  await leader().submitDialog({ lines: 'Jobhuset; 1.200; 900\nAndet; 1.200; 1.000' });
  await teams.waitFor(({ card }) => /er måneden rigtig.*Andet/u.test(JSON.stringify(card ?? '')));
});

test('a caseworker is refused and it is audited; a list of deadlines is left to others', async () => {
  const berit = teams.personalChat(teams.person('caseworker-1'));
  noted.length = 0;
  await berit.say('budgetopfølgning');
  expect(berit.last()?.text).toContain('for teamledere');
  expect(noted).toEqual(['access-refused budget:budget']);
  const before = leader().messages().length;
  await leader().say('', { files: [{ name: 'frister.csv', content: 'Sag;Frist\n24/1;2026-12-01\n' }] });
  expect(
    leader()
      .messages()
      .filter(({ from }) => from === 'bot').length,
  ).toBeLessThanOrEqual(before);
});
