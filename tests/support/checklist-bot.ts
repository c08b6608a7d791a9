import { randomUUID } from 'node:crypto';
import { directoryOf, personIn } from '../../src/app/access/member-list.ts';
import type { RunDesk } from '../../src/app/checklists/run-desk.ts';
import { createClock } from '../../src/clock/clock.ts';
import { readTexts } from '../../src/content/texts.ts';
import { readChecklistWords } from '../../src/content/words/read-checklist-words.ts';
import { plainDate } from '../../src/domain/calendar/plain-date.ts';
import { batchedAuditTrail } from '../../src/store/audit-store.ts';
import type { Engine } from '../../src/store/engine/pglite-dialect.ts';
import { wireChecklists } from '../../src/teams/checklists/wire-checklists.ts';
import { createGateway } from '../../src/teams/sending/gateway.ts';
import { crowdOf, type StandInPerson, tryoutPeople, tryoutTenant } from '../../src/tryout/people/people.ts';
import { type StandIn, startStandIn } from '../../src/tryout/stand-in.ts';
import { startBot } from './bot.ts';
import { runDesk } from './run-desk.ts';
import { freshStore } from './stores.ts';

/** The checklists' part alone, over HTTP, on a fixed day, with the people of the try-out and a crowd. */
export async function startChecklistBot(
  engine: Engine = 'embedded',
  rules: Partial<Pick<RunDesk, 'ruleSets' | 'adoptions'>> = {},
): Promise<{
  readonly teams: StandIn;
  readonly desk: ReturnType<typeof runDesk>;
  readonly store: Awaited<ReturnType<typeof freshStore>>;
  /** Writes what was noted for the audit log into the database. */
  readonly writeAudit: () => Promise<void>;
  /** Resolves when no message is on its way to Teams. */
  readonly quiet: () => Promise<void>;
  readonly close: () => Promise<void>;
}> {
  const store = await freshStore(engine);
  const crowd = crowdOf(8);
  const members = [...tryoutPeople, ...crowd].flatMap(({ name, objectId, role }: StandInPerson) =>
    objectId === null || role === null ? [] : [{ tenantId: tryoutTenant, objectId, name, roles: [role], team: null }],
  );
  const directory = directoryOf(members);
  const audit = batchedAuditTrail(store.db, (fault) => {
    throw fault;
  });
  const desk = { ...runDesk(store, members, audit), ...rules };
  const clock = { ...createClock(), today: () => plainDate('2017-09-04') };
  let serviceUrl = '';
  const feature = wireChecklists({
    context: {
      desk,
      texts: readTexts(),
      clock,
      words: readChecklistWords(),
      makeId: randomUUID,
      caseLink: () => null,
    },
    gateway: createGateway({ isAllowedServiceUrl: () => true, token: async () => null }),
    conversations: {
      find: async (tenantId, conversationId) => ({
        ...{ tenantId, conversationId, kind: 'meeting', serviceUrl, objectId: null, channelUserId: null, botId: null },
      }),
    },
  });
  const ask = async () => ({ answer: { kind: 'text', text: 'spurgt' } as const, messages: [] });
  const personOf = (tenantId: string, objectId: string | null, name: string) => personIn(directory, tenantId, objectId, name);
  const bot = await startBot({ features: [feature], ask }, null, { personOf, clock });
  const teams = await startStandIn({ botUrl: `${bot.url}/api/messages`, extraPeople: crowd });
  serviceUrl = teams.serviceUrl;
  return {
    teams,
    desk,
    store,
    writeAudit: audit.close,
    quiet: bot.quiet,
    close: async () => {
      await teams.close();
      await bot.close(500);
      await audit.close();
      await store.close();
    },
  };
}
