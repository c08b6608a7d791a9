import { expect, test } from 'vitest';
import { directoryOf } from '../../../src/app/access/member-list.ts';
import { planReminders } from '../../../src/app/deadlines/plan-reminders.ts';
import type { PersonPlan, PersonToRemind, StoredDeadline } from '../../../src/app/deadlines/ports.ts';
import { addDays, type PlainDate, plainDate } from '../../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../../src/domain/calendar/working-days.ts';
import { usualReminders } from '../../../src/domain/deadline/reminder-plan.ts';

const day = plainDate('2026-11-26');
const deadline = (id: string, dueOn: PlainDate): StoredDeadline => ({
  ...{ id, kind: 'own', title: id, caseReference: null, dueOn, vagueWords: null, trigger: null, source: null, assumption: null },
  ...{ owner: 'berit', state: 'open', metOn: null, snoozedUntil: null, generation: 1, importKey: null },
});
const directory = directoryOf([
  { tenantId: 't', objectId: 'leder', name: 'Leder', roles: ['team-leader'], team: 'A' },
  { tenantId: 't', objectId: 'berit', name: 'Berit', roles: ['caseworker'], team: 'A' },
]);
async function plannedFor(open: readonly StoredDeadline[], toRemind: Pick<PersonToRemind, 'isPlanned' | 'waiting'>) {
  const plans: PersonPlan[] = [];
  const desk = {
    deadlines: { openOf: async () => open },
    reminders: {
      peopleToRemind: async () => [{ tenantId: 't', person: 'berit', after: addDays(day, -1), ...toRemind }],
      plan: async (plan: PersonPlan) => {
        plans.push(plan);
        return plan.reminders.length;
      },
    },
    absences: { absencesOn: async () => [] },
    directory,
    settings: usualReminders(usualClosedDays),
  };
  await planReminders(desk, day, 0);
  return plans.flatMap(({ reminders }) =>
    reminders.map(({ kind, person, subjects }) => [kind, person, subjects.map(({ deadlineId }) => deadlineId).join()]),
  );
}
const dueToday = deadline('today', day);
const coming = deadline('coming', addDays(day, 7));
/** Due three working days ago: the leader is told today. */
const escalated = deadline('late', plainDate('2026-11-23'));

test('before the digest of the day everything is in it, and the leader has one message', async () => {
  expect(await plannedFor([dueToday, coming, escalated], { isPlanned: false, waiting: ['today', 'coming', 'late'] })).toEqual([
    ['digest', 'berit', ''],
    ['escalation', 'leder', ''],
  ]);
});

test('after it the person hears in one message of what is due, and the leader of what is escalated; what is coming waits', async () => {
  expect(await plannedFor([dueToday, coming, escalated], { isPlanned: true, waiting: ['today', 'coming', 'late'] })).toEqual([
    ['single', 'berit', 'late,today'],
    ['single', 'leder', 'late'],
  ]);
});

test('after it nothing is said of what the digest had', async () => {
  expect(await plannedFor([dueToday, coming, escalated], { isPlanned: true, waiting: ['coming'] })).toEqual([]);
});

test('what had passed when it was laid in asks for no digest, and is not told to the leader', async () => {
  expect(await plannedFor([coming, escalated], { isPlanned: false, waiting: ['coming'] })).toEqual([['digest', 'berit', '']]);
});
