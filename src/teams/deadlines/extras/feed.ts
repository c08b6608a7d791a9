import { teamOf } from '../../../app/access/directory.ts';
import { auditOf } from '../../../app/deadlines/change-deadline.ts';
import { type FeedLink, linkToken, readLinkToken, type Signer } from '../../../app/deadlines/feed-links.ts';
import type { StoredDeadline } from '../../../app/deadlines/ports.ts';
import { linksCard } from '../../../cards/deadlines/sheet-card.ts';
import { weekdayText } from '../../../cards/words/day.ts';
import { addDays } from '../../../domain/calendar/plain-date.ts';
import { withoutCaseNumbers } from '../../../domain/deadline/case-number.ts';
import { type Reply, replyHere } from '../../turn/reply.ts';
import type { CardActionRequest, MessageRequest } from '../../turn/request.ts';
import { viewOf } from '../context.ts';
import { personally } from '../lists.ts';
import { answerPress } from '../presses.ts';
import type { SetUpContext } from './context.ts';
import { leaderOf } from './people.ts';

const calendarDays = 180;
const csvDays = 7;

/** A file behind a link. */
export interface FeedFile {
  readonly status: number;
  readonly body: string;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The file behind each sort of link. */
const files = { calendar: 'deadlines.ics', list: 'deadlines.csv', team: 'team-deadlines.csv' } as const;
type Use = keyof typeof files;

/** A calendar link opens no list with case numbers: each use has signatures of its own. */
function signerFor(signer: Signer, use: Use): Signer {
  return {
    sign: (text) => signer.sign(`${use}|${text}`),
    isSigned: (text, signature) => signer.isSigned(`${use}|${text}`, signature),
  };
}

/** The person's own calendar and list links, fresh; a leader's list of the team beside them. */
export async function showLinks(context: SetUpContext, request: MessageRequest): Promise<Reply> {
  const { person, today, language } = request;
  const texts = context.texts[language];
  if (person.objectId === null)
    return replyHere({ text: texts('deadlines.no-person'), summary: texts('deadlines.feed-summary') });
  const { tenantId, objectId } = person;
  const revision = await context.feeds.revision(tenantId, objectId);
  const address = (use: Use, days: number) => {
    const token = linkToken({ tenantId, objectId, expiresOn: addDays(today, days), revision }, signerFor(context.signer, use));
    return `${context.publicUrl}/download/${files[use]}/${encodeURIComponent(token)}`;
  };
  const links = {
    calendar: address('calendar', calendarDays),
    csv: address('list', csvDays),
    teamCsv: leaderOf(context, request) === null ? null : address('team', csvDays),
  };
  const card = linksCard(links, weekdayText(addDays(today, calendarDays), language), texts);
  return personally(context, request, { card, summary: texts('deadlines.feed-summary') });
}

/** From now on no earlier link of the person shows anything. */
export async function revokeLinks(context: SetUpContext, request: CardActionRequest): Promise<Reply> {
  const { person, activityId, language } = request;
  const texts = context.texts[language];
  if (person.objectId !== null)
    await context.feeds.revoke(person.tenantId, person.objectId, {
      activityId,
      audit: auditOf(person, 'links-revoked', 'deadlines'),
    });
  const text = texts('deadlines.feed-revoked');
  return answerPress(request, { text, summary: text });
}

/** What lies behind a link; null where it is not ours, has expired, was revoked, or its person is no longer named in the settings. */
export async function downloadFeed(context: SetUpContext, name: string, token: string): Promise<FeedFile | null> {
  const use = (['calendar', 'list', 'team'] as const).find((one) => files[one] === name);
  if (use === undefined) return null;
  const link = await readLinkToken(token, signerFor(context.signer, use), context.clock.today(), context.feeds.revision);
  if (typeof link === 'string') return null;
  const { directory, store } = context.desk;
  const member = directory.member(link.tenantId, link.objectId);
  if (member === null || (use === 'team' && !member.roles.includes('team-leader'))) return null;
  const owners = use === 'team' ? teamOf(directory, member).map(({ objectId }) => objectId) : [link.objectId];
  const open = await store.openOf(link.tenantId, owners);
  return use === 'calendar' ? calendar(context, open) : list(context, link, open, files[use]);
}

function calendar({ texts, writeCalendar }: SetUpContext, open: readonly StoredDeadline[]): FeedFile {
  const entries = open.map(({ id, kind, title, caseReference, dueOn }) => ({
    id,
    title: withoutCaseNumbers(title, caseReference) || texts.da(`deadlines.kind-${kind}`),
    on: dueOn,
    until: dueOn,
  }));
  return file(writeCalendar(texts.da('deadlines.mine-title'), entries), 'text/calendar; charset=utf-8', files.calendar);
}

function list(context: SetUpContext, { tenantId, objectId }: FeedLink, open: readonly StoredDeadline[], name: string): FeedFile {
  const person = { tenantId, objectId, name: '', roles: [] };
  const { texts, nameOf } = viewOf(context, { person, language: 'da', today: context.clock.today() });
  const columns = ['task', 'due', 'state', 'kind', 'case', 'owner'].map((key) => texts(`deadlines.csv-${key}`));
  const rows = open.map(({ title, dueOn, state, kind, caseReference, owner }) => [
    title,
    dueOn,
    texts(`deadlines.state-${state}`),
    texts(`deadlines.kind-${kind}`),
    caseReference ?? '',
    nameOf(owner),
  ]);
  return file(context.writeCsv(columns, rows), 'text/csv; charset=utf-8', name);
}

function file(body: string, contentType: string, name: string): FeedFile {
  const headers = { 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' };
  return { status: 200, body, contentType, headers };
}
