import { readFollowUpKey } from '../../domain/agenda/meeting/follow-up.ts';
import { mattersOf } from '../../domain/agenda/meeting/matters.ts';
import type { AgendaStore } from './ports.ts';

/** Whose answers a consultation's deadline waits for, and the item that asks them. */
export interface AwaitedAnswers {
  readonly agendaId: string;
  readonly itemIndex: number;
  readonly missing: readonly string[];
  readonly answered: readonly string[];
}

/** What these deadlines wait for, by deadline: those of consultations whose parties are known. */
export async function awaitedAnswers(
  store: AgendaStore,
  tenantId: string,
  deadlineIds: readonly string[],
): Promise<ReadonlyMap<string, AwaitedAnswers>> {
  const accepted = await store.acceptedAs(tenantId, deadlineIds);
  const found = await Promise.all(
    accepted.map(async ({ agendaId, key, deadlineId }) => {
      const read = readFollowUpKey(key);
      if (read?.kind !== 'consultation-ends') return null;
      const { itemIndex } = read;
      const stored = await store.find(tenantId, agendaId);
      if (stored === null) return null;
      const parties = mattersOf(stored.agenda, itemIndex, await store.records(tenantId, agendaId)).filter(
        ({ matter }) => matter.kind === 'party-answers',
      );
      const named = (isAnswered: boolean) =>
        parties.filter(({ closed }) => (closed !== null) === isAnswered).map(({ matter }) => matter.subject);
      return parties.length === 0
        ? null
        : ([deadlineId, { agendaId, itemIndex, missing: named(false), answered: named(true) }] as const);
    }),
  );
  return new Map(found.filter((one) => one !== null));
}

/** Whether an accepted proposal is the deadline of an item's consultation. */
export function isOfConsultation(key: string, itemIndex: number): boolean {
  const read = readFollowUpKey(key);
  return read?.kind === 'consultation-ends' && read.itemIndex === itemIndex;
}
