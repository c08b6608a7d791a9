import { afterAll, beforeAll, expect, test } from 'vitest';
import { tryoutTenant } from '../../src/tryout/people/people.ts';
import { type DeadlineBot, deadlineMembers, lastOf as last, startDeadlineBot } from '../support/deadline-bot.ts';

let bot: DeadlineBot;
const idOf = (name: string) => deadlineMembers.find((member) => member.name === name)?.objectId ?? '';
beforeAll(async () => {
  bot = await startDeadlineBot();
  await bot.on('2026-11-23');
});
afterAll(() => bot.close());

const leader = () => bot.leader();
const shown = () => JSON.stringify(leader().cardOf(leader().last()?.id ?? ''));
const open = () => leader().press(leader().last()?.id ?? '', 'Sæt op …');
const dutiesOf = async (name: string) =>
  (await bot.store.openOf(tryoutTenant, [idOf(name)]))
    .filter(({ kind }) => kind === 'duty')
    .map(({ title, dueOn }) => [title, dueOn]);

test('a leader sees what the documents say is done regularly, with the words of the source', async () => {
  await leader().say('faste opgaver');
  expect(last(leader())).toContain('En gang om måneden afholdes et temamøde.');
  expect(last(leader())).toContain('Ikke sat op');
});

test('the dialog opens with the source’s own rhythm, and asks again for a day that has passed', async () => {
  await open();
  expect(JSON.stringify(leader().dialog()?.card)).toContain('"value":"monthly"');
  await leader().submitDialog({ day: '2026-11-20', action: 'monthly', to: idOf('Karen Lind') });
  expect(JSON.stringify(leader().dialog()?.card)).toContain('er passeret');
  await leader().submitDialog({ day: '2026-11-30', action: 'monthly', to: idOf('Karen Lind') });
  await bot.quiet();
  expect(shown()).toContain('Karen Lind, hver måned, næste gang mandag den 30. november 2026');
});

test('each time of a duty becomes a deadline once, a month ahead, and reminds like any other', async () => {
  await bot.later();
  await bot.later();
  expect((await dutiesOf('Karen Lind')).map(([, day]) => day)).toEqual(['2026-11-30']);
  await bot.on('2026-12-01');
  expect((await dutiesOf('Karen Lind')).map(([, day]) => day)).toEqual(['2026-11-30', '2026-12-30']);
  expect(last(leader())).toContain('Temamøde');
});

test('a duty that is set up anew gives up the times that are ahead, and one that is stopped returns no more', async () => {
  await leader().say('faste opgaver');
  await open();
  await leader().submitDialog({ day: '2026-12-15', action: 'quarterly', to: idOf('Karen Lind') });
  await bot.later();
  expect((await dutiesOf('Karen Lind')).map(([, day]) => day)).toEqual(['2026-11-30', '2026-12-15']);
  await open();
  await leader().submitDialog({ day: '2026-12-15', action: 'stop', to: idOf('Karen Lind') });
  await bot.later();
  expect((await dutiesOf('Karen Lind')).map(([, day]) => day)).toEqual(['2026-11-30']);
  await bot.quiet();
  expect(shown()).not.toContain('Karen Lind, hver');
});

test('a duty may be set up for several people', async () => {
  for (const name of ['Berit Holm', 'Anders Juul']) {
    await open();
    await leader().submitDialog({ day: '2026-12-16', action: 'yearly', to: idOf(name) });
  }
  await bot.later();
  expect([await dutiesOf('Berit Holm'), await dutiesOf('Anders Juul')].map((duties) => duties.length)).toEqual([1, 1]);
});

test('a caseworker sets up no duty', async () => {
  await bot.berit().say('faste opgaver');
  expect(last(bot.berit())).toContain('Det kan kun teamlederen');
});
