import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tryoutTenant } from '../../src/tryout/people/people.ts';
import { type DeadlineBot, deadlineMembers, lastOf as last, startDeadlineBot } from '../support/deadline-bot.ts';

let bot: DeadlineBot;
const idOf = (name: string) => deadlineMembers.find((member) => member.name === name)?.objectId ?? '';
beforeAll(async () => {
  bot = await startDeadlineBot();
  await bot.on('2026-11-23');
  await bot.berit().say('mine frister');
});
afterAll(() => bot.close());

type Line = readonly [sag: string, hvem: string, hvad: string, day: Date | string];
/** An Excel workbook as a case system exports it: real dates, and columns that nobody asked for. */
async function workbook(
  lines: readonly Line[],
  heading = ['Sagsnummer', 'Ansvarlig medarbejder', 'Aktivitet', 'Status', 'Senest dato'],
) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Frister');
  sheet.addRow(heading);
  for (const [sag, hvem, hvad, day] of lines) sheet.addRow([sag, hvem, hvad, 'åben', day]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const send = async (lines: readonly Line[], heading?: string[]) =>
  bot.leader().say('', { files: [{ name: 'frister.xlsx', content: await workbook(lines, heading) }] });
const press = (title: string, inputs = {}) => bot.leader().press(bot.leader().last()?.id ?? '', title, inputs);
const shown = () => JSON.stringify(bot.leader().cardOf(bot.leader().last()?.id ?? ''));
const due = async (name: string) =>
  (await bot.store.openOf(tryoutTenant, [idOf(name)])).map(({ caseReference, dueOn }) => `${caseReference} ${dueOn}`).sort();
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const forty: readonly Line[] = Array.from({ length: 40 }, (_, index) => [
  `26/${1000 + index}`,
  index % 2 === 0 ? 'Berit Holm' : 'Anders Juul',
  'Opfølgningssamtale',
  day(`2026-12-${String(1 + (index % 28)).padStart(2, '0')}`),
]);

test('a workbook of forty dates is read with its columns guessed, previewed and written after a yes', async () => {
  await send(forty);
  const card = JSON.stringify(bot.leader().cardOf(bot.leader().last()?.id ?? ''));
  for (const column of ['Sagsnummer', 'Ansvarlig medarbejder', 'Aktivitet', 'Senest dato'])
    expect(card).toContain(`"value":"${column}"`);
  await press('Vis, hvad der vil ske');
  expect(shown()).toContain('40 nye, 0 ændrede, 0 lukkes, 0 uændrede');
  expect(shown()).toContain('Ny: sag 26/1000, Opfølgningssamtale, tirsdag den 1. december 2026, Berit Holm');
  expect(shown()).toContain('… og 32 til');
  await press('Indlæs');
  expect((await due('Berit Holm')).length + (await due('Anders Juul')).length).toBe(40);
  expect(await due('Berit Holm')).toContain('26/1000 2026-12-01');
});

test('the same workbook again, in another order and with other columns around, changes nothing', async () => {
  const turned = ['Sagsnummer', 'Ansvarlig medarbejder', 'Aktivitet', 'Bemærkning', 'Senest dato'];
  await send([...forty].reverse(), turned);
  expect(last(bot.leader())).toContain('0 nye, 0 ændrede, 0 lukkes, 40 uændrede');
  expect(shown()).not.toContain('"title":"Indlæs"');
});

test('a later list moves, closes and adds; whoever was reminded of a moved day is told in one message', async () => {
  await bot.on('2026-11-24');
  const before = bot.berit().messages().length;
  const [first, , third, ...rest] = forty;
  if (first === undefined || third === undefined) throw new Error('The list is empty');
  const moved: Line = [first[0], first[1], first[2], '15-12-2026'];
  await send([moved, third, ...rest, ['26/9999', 'Berit Holm', 'Opfølgningssamtale', '2027-01-11']]);
  expect(last(bot.leader())).toContain('1 nye, 1 ændrede, 1 lukkes, 38 uændrede');
  expect(shown()).toContain('Lukkes: sag 26/1001, Opfølgningssamtale, onsdag den 2. december 2026');
  expect(shown()).toContain('fra tirsdag den 1. december 2026 til tirsdag den 15. december 2026');
  await press('Indlæs');
  await bot.later();
  expect(await due('Berit Holm')).toEqual(expect.arrayContaining(['26/1000 2026-12-15', '26/9999 2027-01-11']));
  expect(await due('Anders Juul')).not.toContain('26/1001 2026-12-02');
  expect(bot.berit().messages().length).toBe(before + 1);
  expect(last(bot.berit())).toContain('Flyttet fra tirsdag den 1. december 2026.');
});

test('a list without the columns that were saved asks for them anew', async () => {
  await send(forty, ['Nr', 'Hvem', 'Hvad', 'Status', 'Hvornår']);
  expect(last(bot.leader())).toContain('Hvilke kolonner er hvad?');
});

test('a row with a CPR number changes nothing, and its number is shown nowhere', async () => {
  await send([['26/1002', 'Berit Holm', 'Samtale med 010170-1234', day('2026-12-03')]]);
  expect(shown()).toContain('indeholder et CPR-nummer');
  expect(JSON.stringify(bot.leader().messages())).not.toContain('010170');
});

test('the message action reads day and case from the message, and saves only what the person says yes to', async () => {
  const channel = bot.teams.channel(bot.teams.person('caseworker-1'));
  const { id } = await channel.say('Husk partshøring i sag 24/1187 senest fredag den 11. december', { isMentioned: false });
  await channel.messageAction('createDeadline', id);
  const dialog = JSON.stringify(channel.dialog()?.card);
  expect(dialog).toContain('"value":"partshøring"');
  expect(dialog).toContain('"value":"2026-12-11"');
  expect(await due('Berit Holm')).not.toContain('24/1187 2026-12-11');
  await channel.submitDialog({ title: 'Partshøring', day: '2026-12-10' });
  expect(await due('Berit Holm')).toContain('24/1187 2026-12-10');
});
