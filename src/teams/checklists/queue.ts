import { z } from 'zod';
import {
  commonQuestions,
  confirmQueue,
  emptyQueue,
  fillQueue,
  nextCase,
  parkCase,
  queueHere,
  standingsOf,
} from '../../app/checklists/case-queue.ts';
import type { CaseQueue } from '../../app/checklists/ports.ts';
import { queueCard } from '../../cards/checklists/queue-card.ts';
import { type NewRunRules, rulesForNewRun } from '../../domain/rules/adoption.ts';
import type { Command } from '../turn/feature.ts';
import type { Reply } from '../turn/reply.ts';
import type { CardActionRequest, MessageRequest, Turn } from '../turn/request.ts';
import { askingOf, type ChecklistContext, refused, runOf, said, saidNotInUse, valuesIn, viewOf } from './context.ts';
import { startFor } from './start.ts';

const pressed = z.object({ run: z.string().max(100).default(''), queue: z.boolean().default(false) });

/** "kø triage 24/1 24/2": the first checklist where none is named; the word alone shows the queue. */
export function queueCommand(context: ChecklistContext): Command {
  const { queue, commands } = context.words;
  return {
    name: 'checklists/queue',
    read: ({ text }) => {
      const [first = '', ...rest] = text.trim().split(/[\s,;]+/);
      return queue.includes(first.toLowerCase()) ? { rest: rest.filter(Boolean).join(' ') } : null;
    },
    run: async (request, { rest = '' }) => {
      const [first = '', ...others] = rest.split(' ');
      const named = Object.entries(commands).find(([, names]) => names.includes(first.toLowerCase()));
      const references = (named === undefined ? [first, ...others] : others).filter((part) => part !== '');
      const asking = askingOf(context, request);
      if (references.length === 0) return showQueue(context, request, await queueHere(context.desk, asking));
      const checklist = named?.[0] ?? Object.keys(commands)[0] ?? '';
      const filled = await fillQueue(context.desk, asking, { id: context.makeId(), checklist, references });
      if (filled.kind === 'queue') return showQueue(context, request, filled.queue, filled.refused);
      if (filled.kind !== 'other-checklist') return said(context, request, saidOf[filled.kind]);
      const title = context.desk.ruleSets.find(({ id }) => id === filled.checklist)?.title ?? filled.checklist;
      return said(context, request, 'queue-other', { title, count: String(filled.left) });
    },
  };
}

const saidOf = {
  ...{ 'no-cases': 'queue-none', 'no-queue': 'queue-none', 'changed-since': 'changed-queue' },
  ...{ 'not-allowed': 'not-allowed', full: 'queue-full' },
} as const;

/** "tøm kø" takes the cases off it. */
export async function emptyCommand(context: ChecklistContext, request: MessageRequest): Promise<Reply> {
  const asking = askingOf(context, request);
  const queue = await queueHere(context.desk, asking);
  const emptied = queue === null ? null : await emptyQueue(context.desk, asking, queue);
  if (emptied?.kind === 'changed-since') return said(context, request, 'changed-queue');
  if (queue === null || queue.cases.length === 0) return noQueue(context, request);
  return said(context, request, 'queue-emptied', { cases: queue.cases.map(({ caseReference }) => caseReference).join(', ') });
}

/** That there is no queue here, or that it is not for this person. */
function noQueue(context: ChecklistContext, turn: Turn): Reply {
  return said(context, turn, turn.person.roles.length === 0 ? 'not-allowed' : 'queue-none');
}

/** "parkér" sets the case aside that is worked on and takes the next; "parkér 24/51" sets that one aside. */
export function parkCommand(context: ChecklistContext): Command {
  return {
    name: 'checklists/park-case',
    read: ({ text }) => {
      const [, first = '', rest = ''] = /^(\S+)(?:\s+(\S+))?$/.exec(text.trim()) ?? [];
      return context.words.park.includes(first.toLowerCase()) ? { case: rest.toUpperCase() } : null;
    },
    run: async (request, { case: reference = '' }) => {
      const asking = askingOf(context, request);
      const queue = await queueHere(context.desk, asking);
      if (queue === null) return noQueue(context, request);
      const parked = await parkCase(context.desk, asking, queue, ({ caseReference, runId }) =>
        reference === '' ? runId !== null && runId === queue.current : caseReference === reference,
      );
      if (parked.kind !== 'queue') return said(context, request, parked.kind === 'no-queue' ? 'park-none' : 'changed-queue');
      return reference === '' ? takeNext(context, request, parked.queue) : showQueue(context, request, parked.queue);
    },
  };
}

/** "næste sag". */
export async function nextCommand(context: ChecklistContext, request: MessageRequest): Promise<Reply> {
  const queue = await queueHere(context.desk, askingOf(context, request));
  return queue === null ? noQueue(context, request) : takeNext(context, request, queue);
}

/** "Næste sag": on the queue's own card it confirms who will see the cases; `park` sets the present one aside first. */
export async function pressNext(context: ChecklistContext, request: CardActionRequest, park: boolean): Promise<Reply> {
  const read = pressed.safeParse(request.data);
  const asking = askingOf(context, request);
  const queue = await queueHere(context.desk, asking);
  if (queue === null || !read.success) return noQueue(context, request);
  const { run, queue: isQueueCard } = read.data;
  if (isQueueCard) return confirmed(context, request, queue);
  if (park) {
    if ((await runOf(context, request, run)) === null) return refused(context, request);
    const parked = await parkCase(context.desk, asking, queue, ({ runId }) => runId === run);
    return parked.kind === 'queue'
      ? takeNext(context, request, parked.queue)
      : said(context, request, parked.kind === 'no-queue' ? 'park-none' : 'changed-queue');
  }
  // Of several people who press on a finished case's card, the first alone takes the next case.
  const isPast = run !== '' && queue.current !== null && queue.current !== run;
  return isPast ? said(context, request, 'changed-queue') : takeNext(context, request, queue);
}

async function confirmed(context: ChecklistContext, request: CardActionRequest, queue: CaseQueue): Promise<Reply> {
  const found = rulesFor(context, request, queue);
  if (found.kind === 'not-in-use') return saidNotInUse(context, request, found);
  if (found.kind === 'unknown') return said(context, request, 'no-checklist');
  const { ruleSet } = found;
  const shownTo = (await peopleSeeing(context, request)) ?? 0;
  const values = valuesIn(request.data, ruleSet);
  const saved = await confirmQueue(context.desk, askingOf(context, request), queue, { ruleSet, values, shownTo });
  return saved.kind === 'queue' ? takeNext(context, request, saved.queue) : said(context, request, 'changed-queue');
}

/** Starts the next case where the queue stands; where none is left, the queue shows how its cases came out. */
async function takeNext(
  context: ChecklistContext,
  request: MessageRequest | CardActionRequest,
  queue: CaseQueue,
): Promise<Reply> {
  const next = nextCase(queue, await standingsOf(context.desk, askingOf(context, request), queue));
  const people = await peopleSeeing(context, request);
  // Before a case is shown to more people than somebody confirmed, the queue's card asks.
  const isConfirmed = people === null || (queue.shownTo !== null && people <= queue.shownTo);
  if (next === null || !isConfirmed) return showQueue(context, request, queue);
  return startFor(context, request, { checklist: queue.checklist, caseReference: next.caseReference, queue });
}

async function showQueue(
  context: ChecklistContext,
  request: MessageRequest | CardActionRequest,
  queue: CaseQueue | null,
  notRead: readonly string[] = [],
): Promise<Reply> {
  if (queue === null || queue.cases.length === 0) return noQueue(context, request);
  const found = rulesFor(context, request, queue);
  if (found.kind === 'not-in-use') return saidNotInUse(context, request, found);
  if (found.kind === 'unknown') return said(context, request, 'no-checklist');
  const { ruleSet } = found;
  const view = await viewOf(context, request);
  const standings = await standingsOf(context.desk, askingOf(context, request), queue);
  const people = await peopleSeeing(context, request);
  const common = commonQuestions(ruleSet, request);
  const card = queueCard({ queue, standings, refused: notRead, people, ruleSet, common }, view);
  const content = { card, summary: view.texts('checklists.queue') };
  if (request.kind === 'card-action' && request.place.kind === 'personal' && request.messageId !== null) {
    const { messageId, place } = request;
    const answer = request.via === 'execute' ? ({ kind: 'card', card } as const) : ({ kind: 'none' } as const);
    return { answer, messages: [{ kind: 'update', conversationId: place.conversationId, messageId, content }] };
  }
  return { answer: { kind: 'none' }, messages: [{ kind: 'post', to: { kind: 'here' }, content }] };
}

async function peopleSeeing({ peopleIn }: ChecklistContext, { person, place }: Turn): Promise<number | null> {
  return place.kind === 'personal' ? null : (await peopleIn(person.tenantId, place.conversationId)).length;
}

/** The version that a new run of the queue would get. */
function rulesFor({ desk }: ChecklistContext, { today }: Turn, { checklist }: CaseQueue): NewRunRules {
  return rulesForNewRun(desk.ruleSets, desk.adoptions, checklist, today);
}
