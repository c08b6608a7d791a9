import { z } from 'zod';
import { type Member, teamOf } from '../../../app/access/directory.ts';
import { planDuty, stopDuty } from '../../../app/deadlines/lay-in-duties.ts';
import {
  type DutyRow,
  dutyDialog,
  dutyDialogCard,
  dutyListCard,
  intervalName,
  intervalsByName,
} from '../../../cards/deadlines/duty-card.ts';
import { weekdayText } from '../../../cards/words/day.ts';
import { readPlainDate } from '../../../domain/calendar/plain-date.ts';
import { nextTimeOf } from '../../../domain/deadline/duty.ts';
import type { MessageContent, Reply } from '../../turn/reply.ts';
import type { CardActionRequest, DialogRequest, MessageRequest, Turn } from '../../turn/request.ts';
import { askingOf, viewOf } from '../context.ts';
import { personally } from '../lists.ts';
import { answerPress } from '../presses.ts';
import type { SetUpContext } from './context.ts';
import { leaderOf } from './people.ts';

const page = z.int().nonnegative().max(1000).catch(0);
const opened = z.object({ duty: z.string().max(100), page });
const written = z.object({ day: z.string().catch(''), action: z.string().catch(''), to: z.string().max(100).catch('') });
const names = Object.keys(intervalsByName) as (keyof typeof intervalsByName)[];

/** The duties of the documents, for the leader who sets them up. */
export async function showDuties(context: SetUpContext, request: MessageRequest): Promise<Reply> {
  return personally(context, request, await dutiesContent(context, request, 0));
}

/** Another page of the duties. */
export async function turnDuties(context: SetUpContext, request: CardActionRequest): Promise<Reply> {
  const read = z.object({ page }).safeParse(request.data);
  return answerPress(request, await dutiesContent(context, request, read.success ? read.data.page : 0));
}

/** First day, interval and owner of a duty: set up, set up anew, or ended. */
export async function setUpDuty(context: SetUpContext, request: DialogRequest): Promise<Reply> {
  const texts = context.texts[request.language];
  const read = opened.safeParse(request.data);
  const leader = leaderOf(context, request);
  const rows = leader === null ? [] : await dutyRows(context, request);
  const row = read.success ? rows.find(({ id }) => id === read.data.duty) : undefined;
  const duty = context.duties.find(({ id }) => id === row?.id);
  if (!read.success || leader === null || row === undefined || duty === undefined)
    return { answer: { kind: 'dialog-closed', message: texts('deadlines.not-allowed') }, messages: [] };
  const people = [leader, ...teamOf(context.desk.directory, leader)];
  const open = (chosen: z.output<typeof written>, error: string | null): Reply => ({
    answer: {
      kind: 'dialog',
      title: texts('deadlines.duty-dialog'),
      card: dutyDialogCard(row, chosen, people, viewOf(context, request), { data: { dialog: dutyDialog, ...read.data }, error }),
    },
    messages: [],
  });
  if (request.kind === 'dialog-open') return open(standing(row, duty.rhythm, leader), null);
  const chosen = written.parse(request.data);
  const fault = await saveDuty(context, request, duty, chosen, people);
  return fault === null ? closedWithDuties(context, request, read.data.page) : open(chosen, fault);
}

/** What the dialog opens with: the plan that there is, or the source's own rhythm. */
function standing({ plans }: DutyRow, rhythm: string, leader: Member): z.output<typeof written> {
  const [plan] = plans;
  const said = names.find((name) => rhythm === name || rhythm.startsWith(`${name}-`));
  return {
    day: plan?.nextOn ?? '',
    action: (plan === undefined ? said : intervalName(plan.interval)) ?? '',
    to: plan?.owner ?? leader.objectId,
  };
}

async function saveDuty(
  context: SetUpContext,
  request: DialogRequest,
  duty: SetUpContext['duties'][number],
  { day, action, to }: z.output<typeof written>,
  people: readonly Member[],
): Promise<string | null> {
  const texts = context.texts[request.language];
  if (!people.some(({ objectId }) => objectId === to)) return texts('deadlines.duty-owner-error');
  const desk = { ...context.desk, duties: context.dutyStore };
  if (action === 'stop') {
    await stopDuty(desk, askingOf(request), { id: duty.id, owner: to });
    return null;
  }
  const name = names.find((one) => one === action);
  if (name === undefined) return texts('deadlines.duty-interval-error');
  const firstOn = readPlainDate(day);
  if (firstOn === null) return texts('deadlines.dialog-day-error');
  if (firstOn < request.today) return texts('deadlines.dialog-day-passed', { day: weekdayText(firstOn, request.language) });
  const wanted = { duty: { id: duty.id, title: duty.title, source: duty.source, rhythm: duty.quote }, firstOn, owner: to };
  const outcome = await planDuty(desk, askingOf(request), { ...wanted, interval: intervalsByName[name] });
  return outcome === 'planned' ? null : texts('deadlines.duty-owner-error');
}

async function closedWithDuties(context: SetUpContext, request: DialogRequest, wanted: number): Promise<Reply> {
  const content = await dutiesContent(context, request, wanted);
  const { messageId, place } = request;
  const message =
    messageId === null
      ? ({ kind: 'post', to: { kind: 'here' }, content } as const)
      : ({ kind: 'update', conversationId: place.conversationId, messageId, content } as const);
  return { answer: { kind: 'dialog-closed' }, messages: [message] };
}

async function dutiesContent(context: SetUpContext, turn: Turn, wanted: number): Promise<MessageContent> {
  const texts = context.texts[turn.language];
  if (leaderOf(context, turn) === null) return { text: texts('deadlines.not-allowed'), summary: texts('deadlines.not-allowed') };
  const card = dutyListCard(await dutyRows(context, turn), wanted, viewOf(context, turn));
  return { card, summary: texts('deadlines.duty-title') };
}

async function dutyRows(context: SetUpContext, { person, today }: Turn): Promise<readonly DutyRow[]> {
  const planned = await context.dutyStore.duties(person.tenantId);
  return context.duties.map((duty) => ({
    ...duty,
    plans: planned
      .filter((plan) => plan.duty.id === duty.id)
      .map((plan) => ({ owner: plan.owner, interval: plan.interval, nextOn: nextTimeOf(plan, today)?.dueOn ?? null })),
  }));
}
