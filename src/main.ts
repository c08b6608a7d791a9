import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { sql } from 'kysely';
import type { Member } from './app/access/directory.ts';
import { directoryOf, personIn } from './app/access/member-list.ts';
import { awaitedAnswers } from './app/agendas/awaited-answers.ts';
import { warmTemplates } from './cards/template.ts';
import { createClock, instantOf } from './clock/clock.ts';
import { type Config, isTryout, readConfig, tenantsOf } from './config/config.ts';
import { readTexts } from './content/texts.ts';
import { readDeadlineWords } from './content/words/read-deadline-words.ts';
import type { PlainDate } from './domain/calendar/plain-date.ts';
import { type ReminderSettings, reminderSettings } from './domain/deadline/reminder-plan.ts';
import { type HttpOptions, startHttp } from './http/server.ts';
import { createLog, type Log } from './log/log.ts';
import { agendaStore } from './store/agendas/agenda-store.ts';
import { batchedAuditTrail } from './store/audit-store.ts';
import { conversationStore } from './store/conversation-store.ts';
import { createSealer, readOrMakeKey } from './store/core/sealer.ts';
import { openStore, type Store } from './store/database.ts';
import { dutyStore } from './store/deadlines/deadline-extras-store.ts';
import { deadlineStore } from './store/deadlines/deadline-store.ts';
import { reminderStore } from './store/deadlines/reminder-store.ts';
import { sealOldRows } from './store/transfer/seal-old-rows.ts';
import { BotAuthentication } from './teams/auth/bot-authentication.ts';
import { createKeyRing } from './teams/auth/keys.ts';
import { serviceUrlGuard } from './teams/auth/service-hosts.ts';
import { channelIdIn } from './teams/deadlines/context.ts';
import { type WiredDeadlines, wireDeadlines } from './teams/deadlines/wire-deadlines.ts';
import { answerQuestions, questionsFeature } from './teams/questions/questions-feature.ts';
import { type Courier, createCourier } from './teams/sending/courier.ts';
import { connectorToken } from './teams/sending/credentials.ts';
import { createGateway, type Gateway } from './teams/sending/gateway.ts';
import { createBot } from './teams/turn/bot.ts';
import type { Dispatcher } from './teams/turn/dispatch.ts';
import { tryoutPeople, tryoutTenant } from './tryout/people/people.ts';
import { startTryout } from './tryout/start-tryout.ts';
import { createAgendas } from './wiring/agendas.ts';
import { createCharts } from './wiring/charts.ts';
import { createChecklists } from './wiring/checklists.ts';
import { createDeadlineSetUp } from './wiring/deadline-set-up.ts';
import { createFigures } from './wiring/figures.ts';
import { createQuestions } from './wiring/questions.ts';

const graceMs = 10_000;

/** Everything that the features share. */
function createParts(config: Config, log: Log, store: Store) {
  const clock = createClock();
  return {
    config,
    log,
    store,
    clock,
    texts: readTexts(),
    audit: batchedAuditTrail(store.db, (fault) => log.error('audit-failed', fault)),
    conversations: conversationStore(store.db),
    directory: directoryOf(isTryout(config) ? tryoutMembers() : config.PEOPLE),
    sealer: createSealer(readOrMakeKey(config.DATA_DIR, config.ENCRYPTION_KEY)),
    isAllowedServiceUrl: serviceUrlGuard(config.ALLOWED_SERVICE_HOSTS, isTryout(config)),
  };
}
type Parts = ReturnType<typeof createParts>;

/** The people of the try-out, the caseworkers in the team leader's team. */
function tryoutMembers(): readonly Member[] {
  return tryoutPeople.flatMap(({ name, objectId, role }) =>
    objectId === null || role === null
      ? []
      : [{ tenantId: tryoutTenant, objectId, name, roles: [role], team: /caseworker|team-leader/.test(role) ? 'A' : null }],
  );
}

/** A new feature is wired here and listed below. */
function createDeadlines(parts: Parts, courier: Courier): WiredDeadlines {
  const { config, store, clock, texts, audit, directory, log, sealer, conversations } = parts;
  const { command: commandWords, words, boards } = readDeadlineWords();
  const caseLink = (reference: string) => config.CASE_LINK?.replace('{case}', encodeURIComponent(reference)) ?? null;
  const eight = (day: PlainDate) => instantOf(day, config.REMINDER_HOUR);
  const agendas = agendaStore(store.db, sealer);
  const awaitedIn = (tenantId: string, ids: readonly string[]) => awaitedAnswers(agendas, tenantId, ids);
  return wireDeadlines({
    context: {
      texts,
      clock,
      audit,
      words,
      commandWords,
      makeId: randomUUID,
      caseLink,
      channelIdOf: channelIdIn(conversations),
      awaitedIn,
    },
    store: deadlineStore(store.db, sealer),
    outbox: reminderStore(store.db, randomUUID),
    duties: dutyStore(store.db, sealer),
    directory,
    settings: settingsOf(config),
    boards,
    courier,
    log,
    // In the try-out a day that is set has its digest at once.
    digestAt: isTryout(config) ? (day) => Math.min(eight(day), clock.now()) : eight,
    owner: randomUUID(),
    chance: Math.random,
  });
}

function settingsOf(config: Config): ReminderSettings {
  return reminderSettings({
    closed: config.CLOSED_DAYS,
    daysBefore: config.REMINDER_DAYS_BEFORE,
    overdueAfterWorkingDays: config.OVERDUE_AFTER_WORKING_DAYS,
    escalateAfterWorkingDays: config.ESCALATE_AFTER_WORKING_DAYS,
  });
}

async function createDispatcher(
  parts: Parts,
  deadlines: WiredDeadlines,
  gateway: Gateway,
): Promise<Dispatcher & Pick<HttpOptions, 'download'>> {
  const charts = createCharts(parts.config);
  const questions = createQuestions(parts, charts.linkOf);
  await questions.warm();
  const ask = answerQuestions(questions);
  const agendas = createAgendas(parts, settingsOf(parts.config), ask);
  const setUp = createDeadlineSetUp(parts, settingsOf(parts.config));
  const checklists = createChecklists(parts, settingsOf(parts.config), gateway);
  const figures = createFigures(parts);
  return {
    // A list of frames and spending has columns of its own; every other list is the case system's.
    features: [
      questionsFeature(questions),
      deadlines.feature,
      figures.feature,
      questions.proposals,
      setUp.feature,
      agendas.feature,
      checklists,
    ],
    ask,
    download: async (name, token) =>
      (await agendas.download(name, token)) ??
      (await charts.download(name, token)) ??
      (await figures.download(name, token)) ??
      setUp.download(name, token),
  };
}

function createMessageHandler(parts: Parts, gateway: Gateway, courier: Courier, dispatcher: Dispatcher) {
  const { config, log, clock, texts, conversations, directory, isAllowedServiceUrl } = parts;
  const trust = { appId: config.MicrosoftAppId, tenants: tenantsOf(config), isAllowedServiceUrl, now: Date.now };
  return createBot({
    authentication: isTryout(config)
      ? null
      : new BotAuthentication({ ...trust, findKey: createKeyRing(config.OPENID_METADATA_URL, Date.now) }),
    isAllowedServiceUrl,
    gateway,
    courier,
    dispatcher,
    conversations,
    personOf: (tenantId, objectId, name) => personIn(directory, tenantId, objectId, name),
    texts,
    clock,
    log,
  });
}

function tokenOf(config: Config): () => Promise<string | null> {
  if (isTryout(config)) return async () => null;
  const {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: password,
    MicrosoftAppType: type,
    MicrosoftAppTenantId: tenantId,
  } = config;
  return connectorToken({ appId, password, type, tenantId });
}

async function start(config: Config): Promise<void> {
  const log = createLog(config.LOG_LEVEL);
  warmTemplates();
  const openedAt = new Date().toISOString();
  const store = await openStore({ databaseUrl: config.DATABASE_URL, dataFolder: config.DATA_DIR, openedAt });
  try {
    const parts = createParts(config, log, store);
    await sealOldRows(store, parts.sealer);
    await serve(parts);
  } catch (fault) {
    await store.close();
    throw fault;
  }
}

async function serve(parts: Parts): Promise<void> {
  const { config, log, store } = parts;
  const gateway = createGateway({ isAllowedServiceUrl: parts.isAllowedServiceUrl, token: tokenOf(config) });
  const courier = createCourier(gateway, parts.conversations, log, { isShared: config.DATABASE_URL !== undefined });
  const deadlines = createDeadlines(parts, courier);
  const dispatcher = await createDispatcher(parts, deadlines, gateway);
  const onMessage = createMessageHandler(parts, gateway, courier, dispatcher);
  const http = await startHttp({
    host: isTryout(config) ? '127.0.0.1' : '0.0.0.0',
    port: config.PORT,
    log,
    onMessage,
    isReady: () =>
      sql`select 1`.execute(store.db).then(
        () => true,
        () => false,
      ),
    download: dispatcher.download,
  });
  const tryout = isTryout(config)
    ? await startTryout({ port: config.TRYOUT_PORT, botUrl: `${http.url}/api/messages`, appId: null, ...dayOf(parts, deadlines) })
    : null;
  deadlines.start();
  log.info('started', { url: http.url, tryout: tryout?.url ?? null, engine: store.engine });
  if (tryout !== null) process.stderr.write(`Rettesnor: ${tryout.url}\n`);
  const stop = async () => {
    await tryout?.close();
    await http.close(graceMs);
    await deadlines.stop();
    await parts.audit.close();
    await store.close();
    log.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

/** The try-out's settable day: setting it sends the digests of that day. */
function dayOf({ clock }: Parts, deadlines: WiredDeadlines) {
  const setToday = (day: PlainDate | null) => {
    clock.setToday(day);
    void deadlines.runNow();
  };
  return { today: clock.today, setToday };
}

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  await start(readConfig(process.env));
} catch (fault) {
  process.stderr.write(`rettesnor: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
