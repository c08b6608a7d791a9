import { type Kysely, sql } from 'kysely';
import type { Reminder, ReminderStore, SendResult } from '../../app/deadlines/ports.ts';
import { gathered } from '../core/group-commit.ts';
import { engineOf } from '../engine/pglite-dialect.ts';
import { outsideTransaction } from '../transaction-guard.ts';

/** Finished rows sort behind everything that is due: "what is due?" stays one step into the index however many were sent. */
export const never = 9_000_000_000_000_000;
const mostAttempts = 12;

interface Ended {
  readonly reminder: Reminder;
  readonly result: SendResult;
  readonly now: number;
}

/** Records how sends ended; those that end in the same moment in one statement. A result counts only under the claim that sent it. */
export function recordedResults(db: Kysely<unknown>): ReminderStore['record'] {
  const record = gathered((ended: readonly Ended[]) => outsideTransaction(() => recordTogether(db, ended)), engineOf(db));
  return (reminder, result, now) => record({ reminder, result, now });
}

async function recordTogether(db: Kysely<unknown>, ended: readonly Ended[]): Promise<readonly { readonly result: boolean }[]> {
  const written = ended.map(({ reminder, result, now }) => ({
    ...nextState(reminder, result),
    ...{ tenant_id: reminder.tenantId, id: reminder.id, held: reminder.claim },
    sent_at: result.kind === 'sent' ? now : null,
    message_id: result.kind === 'sent' ? result.messageId : null,
    conversation_id: result.kind === 'sent' ? result.conversationId : null,
  }));
  const { rows } = await sql<{ tenant_id: string; id: string }>`
    update reminder r set state = n.state, next_at = n.next_at, attempts = n.attempts, last_error = n.error, sent_at = n.sent_at,
      message_id = n.message_id, conversation_id = n.conversation_id, claim = null
    from json_to_recordset(${JSON.stringify(written)}::json) as n(tenant_id text, id text, held text, state text, next_at bigint,
      attempts integer, error text, sent_at bigint, message_id text, conversation_id text)
    where r.tenant_id = n.tenant_id and r.id = n.id and r.claim = n.held returning r.tenant_id, r.id`.execute(db);
  const recorded = new Set(rows.map(({ tenant_id, id }) => JSON.stringify([tenant_id, id])));
  return ended.map(({ reminder: { tenantId, id } }) => ({ result: recorded.has(JSON.stringify([tenantId, id])) }));
}

/** What is written for each way in which a send can end. */
function nextState(
  reminder: Reminder,
  result: SendResult,
): { readonly state: string; readonly next_at: number; readonly attempts: number; readonly error: string | null } {
  const done = (state: string, error: string | null = null) => ({
    state,
    next_at: never,
    attempts: reminder.attempts + 1,
    error,
  });
  switch (result.kind) {
    case 'sent':
      return done('sent');
    case 'nothing-to-say':
      return done('dropped');
    case 'unreachable':
      return done('unreachable', result.error);
    case 'retry': {
      const attempts = reminder.attempts + (result.countsAsAttempt ? 1 : 0);
      return attempts >= mostAttempts
        ? done('dead', result.error)
        : { state: 'due', next_at: Math.round(result.at), attempts, error: result.error };
    }
  }
}
