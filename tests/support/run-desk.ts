import type { Member } from '../../src/app/access/directory.ts';
import { directoryOf } from '../../src/app/access/member-list.ts';
import type { AuditEntry, AuditTrail } from '../../src/app/audit.ts';
import type { RunAsking, RunDesk } from '../../src/app/checklists/run-desk.ts';
import { settings } from '../../src/config/config.ts';
import { readRuleSets } from '../../src/content/read-rule-sets.ts';
import { readChecklistWords } from '../../src/content/words/read-checklist-words.ts';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { usualClosedDays } from '../../src/domain/calendar/working-days.ts';
import { usualReminders } from '../../src/domain/deadline/reminder-plan.ts';
import { ruleSetKey } from '../../src/domain/rules/rule-set.ts';
import { checklistStore } from '../../src/store/checklists/checklist-store.ts';
import type { Store } from '../../src/store/database.ts';
import { deadlineStore } from '../../src/store/deadlines/deadline-store.ts';
import { testSealer } from './stores.ts';

/** A desk over a real store, with the shipped rule sets all adopted, and the audit lines that were noted. */
export function runDesk(
  store: Store,
  members: readonly Member[],
  audit?: AuditTrail,
): RunDesk & { readonly noted: AuditEntry[] } {
  const noted: AuditEntry[] = [];
  const note = (entry: AuditEntry) => {
    noted.push(entry);
    audit?.note(entry);
  };
  const ruleSets = readRuleSets();
  return {
    store: checklistStore(store.db, testSealer),
    deadlines: deadlineStore(store.db, testSealer),
    directory: directoryOf(members),
    settings: usualReminders(usualClosedDays),
    closed: usualClosedDays,
    audit: { note },
    ruleSets,
    adoptions: ruleSets.map((ruleSet) => ({ ruleSet: ruleSetKey(ruleSet), from: plainDate('2013-01-01'), to: null })),
    carried: readChecklistWords().carried,
    caseNumberPattern: settings.shape.CASE_NUMBER_PATTERN.parse(undefined),
    titleOf: (file) => file,
    noted,
  };
}

/** Somebody of the tenant `t` who asks on a day from a conversation. */
export function askingAs(member: Member, conversationId: string, activityId: string, on = '2017-09-04'): RunAsking {
  const { tenantId, objectId, name, roles } = member;
  return { person: { tenantId, objectId, name, roles }, today: plainDate(on), activityId, at: 1, conversationId };
}
