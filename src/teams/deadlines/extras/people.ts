import { type Member, teamOf } from '../../../app/access/directory.ts';
import { auditOf, changeFound } from '../../../app/deadlines/change-deadline.ts';
import { sheet } from '../../../cards/deadlines/sheet-card.ts';
import { weekdayText } from '../../../cards/words/day.ts';
import type { PlainDate } from '../../../domain/calendar/plain-date.ts';
import { readOwnDeadline } from '../../../domain/deadline/own/own-deadline.ts';
import { type Reply, replyHere } from '../../turn/reply.ts';
import type { MessageRequest, Turn } from '../../turn/request.ts';
import { askingOf } from '../context.ts';
import { personally } from '../lists.ts';
import type { SetUpContext } from './context.ts';

type Arguments = Readonly<Record<string, string>>;

/** "21.12.2026 til 2.1.2027 vikar Ali", or for a leader "Berit 21.12.2026 til 2.1.2027 vikar Ali": who gets the digest meanwhile. */
export async function setAbsence(context: SetUpContext, request: MessageRequest, { rest = '' }: Arguments): Promise<Reply> {
  const { person, language, activityId } = request;
  const say = speaker(context, request);
  const self = person.objectId === null ? null : context.desk.directory.member(person.tenantId, person.objectId);
  if (self === null) return say('no-person');
  const [days = '', written = ''] = splitAt(rest, context.names.standIn);
  const name = nameIn(context, written);
  const [first = '', last = first] = splitAt(days, context.names.to);
  const from = dayIn(context, request, first);
  const to = dayIn(context, request, last);
  if (from === null || to === null || name === '' || to.day < from.day) return say('absence-unreadable');
  const away = from.name === '' ? self : findMember([self, ...teamOf(context.desk.directory, self)], from.name);
  if (away === null) return say('absence-whose', { name: from.name });
  const standIn = findMember(context.desk.directory.members(person.tenantId), name);
  if (standIn === null || standIn.objectId === away.objectId) return say('person-unknown', { name });
  const absence = { from: from.day, to: to.day };
  await context.absences.saveAbsence(
    person.tenantId,
    { person: away.objectId, ...absence, standIn: standIn.objectId },
    { activityId, audit: auditOf(person, 'absence-saved', `person:${away.objectId}`, absence) },
  );
  const shown = { from: weekdayText(from.day, language), to: weekdayText(to.day, language) };
  return say('absence-saved', { name: away.name, ...shown, standIn: standIn.name });
}

/**
 * "Berit til Ali": the leader hands everything open of one to another of the team. An administrator may hand on what anybody left behind,
 * by the id that the list of who was not reached shows.
 */
export async function reassignAll(context: SetUpContext, request: MessageRequest, { rest = '' }: Arguments): Promise<Reply> {
  const say = speaker(context, request);
  const { desk } = context;
  const { tenantId } = request.person;
  const leader = leaderOf(context, request);
  const isAll = isAdministrator(request);
  if (leader === null && !isAll) return say('not-allowed');
  const ofLeader = leader === null ? [] : [...teamOf(desk.directory, leader), leader];
  const team = isAll ? desk.directory.members(tenantId) : ofLeader;
  const names = splitAt(rest, context.names.to).map((name) => nameIn(context, name));
  const [fromName = '', toName = ''] = names;
  if (names.length !== 2) return say('reassign-unreadable');
  const from = findMember(team, fromName)?.objectId ?? (isAll ? fromName : '');
  const to = findMember(team, toName);
  const open = from === '' ? [] : await desk.store.openOf(tenantId, [from]);
  const isKnown = from !== '' && (open.length > 0 || desk.directory.member(tenantId, from) !== null);
  if (!isKnown || to === null || from === to.objectId) return say('person-unknown', { name: rest });
  let count = 0;
  for (const deadline of open) {
    // Each hand-over is a change of its own; the message as a whole is handled once at the door.
    const asking = { ...askingOf(request), activityId: null };
    const change = await changeFound(desk, asking, deadline, { kind: 'hand-over', to: to.objectId });
    if (change.kind === 'changed') count += 1;
  }
  return say(count === 1 ? 'reassigned-one' : 'reassigned', { count, name: to.name });
}

/** Whom reminders could not reach: for the leader of their team; for an administrator all, also who is no longer named in the settings. */
export async function showUnreached(context: SetUpContext, request: MessageRequest): Promise<Reply> {
  const { person, language } = request;
  const leader = leaderOf(context, request);
  const isAll = isAdministrator(request);
  if (leader === null && !isAll) return speaker(context, request)('not-allowed');
  const { texts, directory } = { texts: context.texts[language], directory: context.desk.directory };
  const team = leader === null ? [] : teamOf(directory, leader).map(({ objectId }) => objectId);
  const all = await context.outbox.unreached(person.tenantId);
  const unreached = isAll ? all : all.filter((one) => team.includes(one.person));
  const lead = texts(unreached.length === 0 ? 'deadlines.unreached-none' : 'deadlines.unreached-lead');
  const lines = unreached.map((one) => {
    const member = directory.member(person.tenantId, one.person);
    const name = member?.name ?? texts('deadlines.unreached-no-member', { id: one.person });
    return `${name}: ${weekdayText(one.day, language)}`;
  });
  const title = texts('deadlines.unreached-title');
  return personally(context, request, { card: sheet(title, lead, { lines }), summary: title });
}

function isAdministrator({ person }: Turn): boolean {
  return person.objectId !== null && person.roles.includes('administrator');
}

/** The person as a team leader; null for everybody else. */
export function leaderOf({ desk }: SetUpContext, { person }: Turn): Member | null {
  const member = person.objectId === null ? null : desk.directory.member(person.tenantId, person.objectId);
  return member?.roles.includes('team-leader') ? member : null;
}

/** The one member whom a name, or the beginning of one, means. */
function findMember(members: readonly Member[], written: string): Member | null {
  const name = written.trim().toLowerCase();
  if (name === '') return null;
  const exact = members.filter((member) => member.name.toLowerCase() === name);
  const found = exact.length > 0 ? exact : members.filter((member) => ` ${member.name.toLowerCase()}`.includes(` ${name}`));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A day, and whose name stands beside it. */
function dayIn(context: SetUpContext, { today }: Turn, text: string): { readonly day: PlainDate; readonly name: string } | null {
  const read = readOwnDeadline(text, context.words, { today, closed: context.desk.settings.closed });
  if (read.kind === 'no-title') return { day: read.dueOn, name: '' };
  return read.kind === 'read' ? { day: read.dueOn, name: nameIn(context, read.title) } : null;
}

/** A name without the words that stand beside it: "fra Berit". */
function nameIn({ names }: SetUpContext, written: string): string {
  const parts = written.split(/[\s,:]+/).filter((part) => !names.besideName.includes(part.toLowerCase()));
  return parts.join(' ').trim();
}

/** The parts before and after the first of the words that stands alone. */
function splitAt(text: string, words: readonly string[]): readonly string[] {
  const parts = text.trim().split(/\s+/);
  const at = parts.findIndex((part) => words.includes(part.toLowerCase().replace(/[:,]$/, '')));
  return at < 0 ? [text.trim()] : [parts.slice(0, at).join(' '), parts.slice(at + 1).join(' ')];
}

function speaker({ texts }: SetUpContext, { language }: Turn) {
  return (key: string, values: Readonly<Record<string, string | number>> = {}): Reply => {
    const text = texts[language](`deadlines.${key}`, values);
    return replyHere({ text, summary: text });
  };
}
