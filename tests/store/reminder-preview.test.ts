import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryOf } from '../../src/app/access/member-list.ts';
import { planReminders } from '../../src/app/deadlines/plan-reminders.ts';
import { previewReminders } from '../../src/app/deadlines/preview-reminders.ts';
import { dayAt, instantOf } from '../../src/clock/clock.ts';
import { addDays, type PlainDate, plainDate } from '../../src/domain/calendar/plain-date.ts';
import { isWorkingDay, usualClosedDays } from '../../src/domain/calendar/working-days.ts';
import { nextReminderOn } from '../../src/domain/deadline/digest.ts';
import { usualReminders } from '../../src/domain/deadline/reminder-plan.ts';
import type { Store } from '../../src/store/database.ts';
import { deadlineStore } from '../../src/store/deadlines/deadline-store.ts';
import { reminderStore } from '../../src/store/deadlines/reminder-store.ts';
import { freshStore, testSealer } from '../support/stores.ts';

const settings = usualReminders(usualClosedDays);
let store: Store;
let ids = 0;
const makeId = () => {
  ids += 1;
  return `r${ids}`;
};
const desk = () => ({
  deadlines: deadlineStore(store.db, testSealer),
  reminders: reminderStore(store.db, makeId),
  absences: deadlineStore(store.db, testSealer),
  directory: directoryOf([]),
  settings,
});
const put = async (id: string, owner: string, dueOn: PlainDate, from: PlainDate) => {
  const deadline = {
    ...{ id, kind: 'own' as const, title: id, caseReference: null, dueOn, vagueWords: null, trigger: null, source: null },
    ...{ assumption: null, owner, state: 'open' as const, metOn: null, snoozedUntil: null },
  };
  const saved = { deadline, importKey: null, nextReminderOn: nextReminderOn(deadline, settings, addDays(from, -1)) };
  const audit = { tenantId: 't', actor: 'test', action: 'deadline-added', subject: id, details: {} };
  await deadlineStore(store.db, testSealer).add('t', [saved], { activityId: null, audit });
};
beforeAll(async () => {
  store = await freshStore('embedded');
});
afterAll(() => store.close());

test('a preview says what a day would send to whom, and plans nothing', async () => {
  await put('due', 'berit', plainDate('2026-12-23'), plainDate('2026-12-22'));
  const preview = [
    { tenant: 't', kind: 'digest', to: 'berit', about: 'berit', deadlines: [{ title: 'due', due: plainDate('2026-12-23') }] },
  ];
  expect(await previewReminders(desk(), plainDate('2026-12-23'))).toEqual(preview);
  expect(await previewReminders(desk(), plainDate('2026-12-23'))).toEqual(preview);
  expect(await previewReminders(desk(), plainDate('2026-12-24'))).toEqual([]);
});

test.each(['2026-03-29', '2026-10-25'])('the night of %s neither skips nor doubles a digest', async (night) => {
  const owner = `owner-${night}`;
  const days = [-2, -1, 0, 1, 2].map((shift) => addDays(plainDate(night), shift));
  for (const day of days) await put(`${owner}-${day}`, owner, day, addDays(plainDate(night), -2));
  const planned: PlainDate[] = [];
  let lastDue = 0;
  // Every half hour of five days, as a clock that runs through the night: at eight in Copenhagen and at no other hour.
  const from = instantOf(days[0] as PlainDate, 0);
  for (let now = from; now < from + 5 * 86_400_000; now += 1_800_000) {
    const today = dayAt(now);
    const dueAt = instantOf(today, 8);
    if (now < dueAt || dueAt === lastDue) continue;
    lastDue = dueAt;
    expect(now).toBe(dueAt);
    const count = (await planReminders(desk(), today, dueAt)) + (await planReminders(desk(), today, dueAt));
    if (count > 0) planned.push(today);
  }
  expect(planned).toEqual(days.filter((day) => isWorkingDay(day, usualClosedDays)));
});
