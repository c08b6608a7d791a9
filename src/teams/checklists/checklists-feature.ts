import { carryOver, queueHere, standingsOf } from '../../app/checklists/case-queue.ts';
import { journalRuns } from '../../app/checklists/case-runs.ts';
import type { Run } from '../../app/checklists/ports.ts';
import { readRegister } from '../../app/checklists/registers.ts';
import { isCaseReference, placeOf, refuse } from '../../app/checklists/run-desk.ts';
import { stateOf } from '../../app/checklists/show-run.ts';
import { offeredCard, registerSheet, runsCard } from '../../cards/checklists/list-sheets.ts';
import { journalSheet } from '../../cards/checklists/run-sheets.ts';
import { type RunView, runDialogs, runVerbs } from '../../cards/checklists/run-view.ts';
import { ruleSetOfRun, rulesForNewRun } from '../../domain/rules/adoption.ts';
import type { Command, Feature } from '../turn/feature.ts';
import { type Card, noReply, type Reply } from '../turn/reply.ts';
import type { EventRequest, MessageRequest, Turn } from '../turn/request.ts';
import { askingOf, type ChecklistContext, said, saidNotInUse, viewOf } from './context.ts';
import { closeDialog, decideDialog, earlierDialog, sheetDialog } from './dialogs.ts';
import { pressAnswer, pressBack, pressClose, pressFollow, pressShare, pressStart, pressView } from './presses.ts';
import { emptyCommand, nextCommand, parkCommand, pressNext, queueCommand } from './queue.ts';
import { startFor } from './start.ts';

/** Checklists in Teams: commands, the presses on their cards, dialogs, and what a meeting's start and end bring. */
export function checklistsFeature(context: ChecklistContext): Feature {
  const { words } = context;
  return {
    name: 'checklists',
    commands: [
      list(words.lists.offered, 'checklists/offered', (request) => offered(context, request)),
      list(words.lists.mine, 'checklists/mine', (request) => runs(context, request, 'mine')),
      list(words.lists.sent, 'checklists/sent', (request) => runs(context, request, 'sent')),
      list(words.lists.placements, 'checklists/placements', (request) => register(context, request, 'placements')),
      list(words.lists.exemptions, 'checklists/exemptions', (request) => register(context, request, 'exemptions')),
      list(words.next, 'checklists/next-case', (request) => nextCommand(context, request)),
      list(words.empty, 'checklists/empty-queue', (request) => emptyCommand(context, request)),
      parkCommand(context),
      queueCommand(context),
      journalCommand(context),
      startCommand(context),
    ],
    cardActions: {
      [runVerbs.answer]: (request) => pressAnswer(context, request),
      [runVerbs.back]: (request) => pressBack(context, request),
      [runVerbs.view]: (request) => pressView(context, request),
      [runVerbs.start]: (request) => pressStart(context, request),
      [runVerbs.share]: (request) => pressShare(context, request),
      [runVerbs.follow]: (request) => pressFollow(context, request),
      [runVerbs.close]: (request) => pressClose(context, request),
      [runVerbs.next]: (request) => pressNext(context, request, false),
      [runVerbs.park]: (request) => pressNext(context, request, true),
    },
    refreshes: [runVerbs.view],
    dialogs: {
      [runDialogs.decide]: (request) => decideDialog(context, request),
      [runDialogs.close]: (request) => closeDialog(context, request),
      [runDialogs.earlier]: (request) => earlierDialog(context, request),
      [runDialogs.why]: (request) => sheetDialog('why')(context, request),
      [runDialogs.whatIf]: (request) => sheetDialog('what-if')(context, request),
      [runDialogs.journal]: (request) => sheetDialog('journal')(context, request),
    },
    onEvent: (request) => meeting(context, request),
  };
}

function list(names: readonly string[], name: string, run: Command['run']): Command {
  return { name, read: ({ text }) => (names.includes(spoken(text)) ? {} : null), run };
}

function spoken(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[?!.]+$/, '');
}

/** "triage 24/1187", and as it is also typed: "triage: 24/1187", "triage24/1187", "triage sag 24/1187". */
const startWords = /^([\p{L}-]+)[:,]?(?:\s+(?:(?:sag|sagsnr|case)\.?\s+)?((?=\S*\d)\S+)|(\d\S*))?$/iu;

/** "triage 24/1187"; the word alone asks for the case number. A sentence that only begins with the word is a question. */
function startCommand(context: ChecklistContext): Command {
  return {
    name: 'checklists/start-command',
    read: ({ text }) => {
      const [, first = '', apart, joined] = startWords.exec(text.trim().replace(/[.!?]+$/, '')) ?? [];
      const found = Object.entries(context.words.commands).find(([, names]) => names.includes(first.toLowerCase()));
      return found === undefined ? null : { checklist: found[0], case: apart ?? joined ?? '' };
    },
    run: (request, args) => startFor(context, request, { checklist: args['checklist'] ?? '', caseReference: args['case'] ?? '' }),
  };
}

/** "journaltekst 24/1187": what the dialog over the run's card shows, in the personal chat. */
function journalCommand(context: ChecklistContext): Command {
  return {
    name: 'checklists/journal',
    read: ({ text }) => {
      const parts = spoken(text).split(/\s+/);
      const reference = (parts.at(-1) ?? '').toUpperCase();
      const isCase = isCaseReference(context.desk, reference);
      const words = (isCase ? parts.slice(0, -1) : parts).join(' ');
      return context.words.journal.includes(words) ? { case: isCase ? reference : '' } : null;
    },
    run: async (request, { case: reference = '' }) => {
      const found = await journalRuns(context.desk, askingOf(context, request), reference);
      const states = 'kind' in found ? [] : await Promise.all(found.map((run) => stateOf(context.desk, request, run)));
      const view = await viewOf(context, request);
      const replies = states.flatMap((state) =>
        state === null ? [] : [personally(request, journalSheet(state, view), view.texts('checklists.journal'), view)],
      );
      if (replies.length === 0) return said(context, request, 'journal-none');
      return { answer: { kind: 'none' }, messages: onceEach(replies.flatMap(({ messages }) => messages)) };
    },
  };
}

/** Several texts are sent, and once it is said where. */
function onceEach(messages: Reply['messages']): Reply['messages'] {
  return messages.filter((one, index) => {
    const isHere = (each: Reply['messages'][number]) => each.kind === 'post' && each.to.kind === 'here' && 'text' in each.content;
    return !isHere(one) || messages.findLastIndex(isHere) === index;
  });
}

async function offered(context: ChecklistContext, request: MessageRequest): Promise<Reply> {
  const { ruleSets, adoptions } = context.desk;
  const found = [...new Set(ruleSets.map(({ id }) => id))].map((id) => rulesForNewRun(ruleSets, adoptions, id, request.today));
  const shown = found.flatMap((one) => ('ruleSet' in one ? [{ ruleSet: one.ruleSet, isTrial: one.kind === 'trial' }] : []));
  const resting = found.find((one) => one.kind === 'not-in-use');
  if (shown.length === 0 && resting !== undefined) return saidNotInUse(context, request, resting);
  const view = await viewOf(context, request);
  return personally(request, offeredCard(shown, view), view.texts('checklists.offered'), view);
}

async function runs(context: ChecklistContext, request: MessageRequest, kind: 'mine' | 'sent'): Promise<Reply> {
  const { person } = request;
  const view = await viewOf(context, request);
  if (person.objectId === null || (kind === 'sent' && !person.roles.includes('professional-leader'))) {
    refuse(context.desk, person, `runs:${kind}`);
    return said(context, request, 'not-allowed');
  }
  const { store } = context.desk;
  const found =
    kind === 'mine' ? await store.runsOf(person.tenantId, [person.objectId], ['open']) : await store.sentOn(person.tenantId);
  const title = view.texts(kind === 'mine' ? 'checklists.mine' : 'checklists.sent-list');
  return personally(request, runsCard({ title }, found.map(named(context)), view), title, view);
}

function named({ desk }: ChecklistContext) {
  return (run: Run) => ({ run, name: ruleSetOfRun(desk.ruleSets, run.ruleSet)?.title ?? run.ruleSet });
}

async function register(context: ChecklistContext, request: MessageRequest, kind: 'placements' | 'exemptions'): Promise<Reply> {
  const read = await readRegister(context.desk, askingOf(context, request), context.words.registers, kind);
  if (read.kind === 'not-allowed') return said(context, request, 'not-allowed');
  const view = await viewOf(context, request);
  return personally(
    request,
    registerSheet({ kind, groups: read.groups, names: context.words.registers[kind].groups }, context.desk.ruleSets, view),
    view.texts(`checklists.register-${kind}`),
    view,
  );
}

/** A meeting's start offers the organiser's open runs to the organiser alone; its end sums up, without a case number. */
async function meeting(context: ChecklistContext, request: EventRequest): Promise<Reply> {
  const { person } = request;
  if (person.objectId === null || person.roles.length === 0) return noReply;
  const view = await viewOf(context, request);
  if (request.kind === 'meeting-started') {
    const open = await context.desk.store.runsOf(person.tenantId, [person.objectId], ['open']);
    const queue = await queueHere(context.desk, askingOf(context, request));
    const waiting = queue?.cases.filter(({ state }) => state !== 'taken').length ?? 0;
    if (open.length + waiting === 0) return noReply;
    const title = view.texts('checklists.mine');
    const lead = waiting === 0 ? '' : view.texts('checklists.meeting-queue', { count: waiting });
    return toPerson(person.objectId, runsCard({ title, lead }, open.map(named(context)), view), title);
  }
  if (request.kind !== 'meeting-ended') return noReply;
  return meetingSummary(context, request);
}

const meetingMs = 12 * 3_600_000;

/** What came of the meeting's cases; what is unfinished waits for the next one. */
async function meetingSummary(context: ChecklistContext, request: EventRequest): Promise<Reply> {
  const { desk, clock } = context;
  const asking = askingOf(context, request);
  const queue = await queueHere(desk, asking);
  const standings = queue === null ? [] : [...(await standingsOf(desk, asking, queue)).values()];
  const since = clock.now() - meetingMs;
  const shared = await desk.store.sharedIn(request.person.tenantId, placeOf(asking.conversationId), since);
  // What an earlier meeting left open is not this one's.
  const runs = shared.filter(({ state, startedAt }) => state !== 'open' || startedAt >= since);
  const open = runs.filter(({ state }) => state === 'open').length;
  const carried = standings.filter((standing) => standing !== 'over').length;
  if (runs.length === 0 && standings.length === 0) return noReply;
  if (queue !== null && standings.length > 0) await carryOver(desk, asking, queue);
  const { texts } = await viewOf(context, request);
  const text = [
    texts('checklists.summary-end', { decided: runs.length - open, open }),
    ...(carried === 0 ? [] : [texts('checklists.summary-carried', { carried })]),
  ].join(' ');
  return { answer: { kind: 'none' }, messages: [{ kind: 'post', to: { kind: 'here' }, content: { text, summary: text } }] };
}

function posted(card: Card, summary: string): Reply {
  return { answer: { kind: 'none' }, messages: [{ kind: 'post', to: { kind: 'here' }, content: { card, summary } }] };
}

/** Case numbers of one's own go to the personal chat, wherever they were asked for; there it is said where they are. */
function personally({ person, place }: Turn, card: Card, summary: string, { texts }: RunView): Reply {
  if (place.kind === 'personal' || person.objectId === null) return posted(card, summary);
  const text = texts('checklists.sent-personally');
  const there: Reply['messages'][number] = { kind: 'post', to: { kind: 'here' }, content: { text, summary: text } };
  const { answer, messages } = toPerson(person.objectId, card, summary);
  return { answer, messages: [...messages, there] };
}

function toPerson(objectId: string, card: Card, summary: string): Reply {
  return { answer: { kind: 'none' }, messages: [{ kind: 'post', to: { kind: 'person', objectId }, content: { card, summary } }] };
}
