import { type Json, listOf, objectOf, textOf } from '../json.ts';
import { type StandInPerson, tryoutTenant } from '../people/people.ts';
import { personalId, type StandInPlace } from '../people/places.ts';
import type { Faults } from './faults.ts';
import { delayOf, type Fault } from './faults.ts';
import type { MessageStore } from './messages.ts';

/** A request of the bot, as the tests may look at it. */
export interface ConnectorRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Json;
}

/** What goes back; `lost` closes the line instead. */
export interface ConnectorAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter?: number;
  readonly isLost?: boolean;
  readonly delayMs?: number;
}

export interface ConnectorParts {
  readonly messages: MessageStore;
  readonly faults: Faults;
  readonly places: readonly StandInPlace[];
  readonly people: readonly StandInPerson[];
  readonly serviceUrl: () => string;
}

const notFound: ConnectorAnswer = { status: 404, body: fault('ConversationNotFound') };

/** The Bot Connector's REST interface, as far as Teams bots use it; null where the path is none of it. */
export function answerConnector(request: ConnectorRequest, parts: ConnectorParts): ConnectorAnswer | null {
  const steps = request.path.split('/').filter(Boolean);
  if (steps[0] !== 'v3' && steps[0] !== 'v1') return null;
  const broken = parts.faults.take(request.method, request.path);
  if (isStatus(broken)) return { status: broken.status, body: fault(broken.code ?? 'ServiceError'), ...retry(broken) };
  if (broken === 'request-lost') return { status: 0, body: null, isLost: true };
  const answer = routed(request, steps, parts);
  return { ...answer, isLost: broken === 'answer-lost', delayMs: delayOf(broken) };
}

function routed(request: ConnectorRequest, steps: readonly string[], parts: ConnectorParts): ConnectorAnswer {
  const [version, area, id] = steps;
  if (version === 'v1' && area === 'meetings') return meetingAnswer(steps, parts);
  if (version === 'v3' && area === 'teams') return teamAnswer(steps, parts);
  if (version !== 'v3' || area !== 'conversations') return notFound;
  if (id === undefined) return request.method === 'POST' ? createConversation(request.body, parts) : notFound;
  // A team's members are asked for by the team's id.
  const place = parts.places.find((known) => known.id === baseOf(id) || known.teamId === id);
  if (place === undefined) return notFound;
  return steps[3] === 'activities' ? activityAnswer(request, steps, parts) : memberAnswer(request, steps, place);
}

function activityAnswer({ method, body }: ConnectorRequest, steps: readonly string[], parts: ConnectorParts): ConnectorAnswer {
  const [, , conversationId = '', , activityId] = steps;
  switch (method) {
    case 'POST': {
      if (body['type'] !== 'message') return { status: 201, body: { id: parts.messages.nextId() } };
      return { status: 201, body: { id: parts.messages.post(threadOf(conversationId, activityId, parts), 'bot', body).id } };
    }
    case 'PUT': {
      const updated = activityId === undefined ? null : parts.messages.update(activityId, body);
      return updated === null ? { status: 404, body: fault('ActivityNotFound') } : { status: 200, body: { id: updated.id } };
    }
    case 'DELETE':
      return parts.messages.remove(activityId ?? '')
        ? { status: 200, body: {} }
        : { status: 404, body: fault('ActivityNotFound') };
    default:
      return { status: 405, body: fault('MethodNotAllowed') };
  }
}

/** A reply to a channel's message belongs to its thread, whichever of the two ways the bot names it. */
function threadOf(conversationId: string, replyTo: string | undefined, { messages, places }: ConnectorParts): string {
  const isChannel = places.some((place) => place.id === conversationId && place.kind === 'channel');
  const answered = replyTo === undefined ? null : messages.find(replyTo);
  return isChannel && answered !== null ? `${conversationId};messageid=${answered.threadId ?? answered.id}` : conversationId;
}

function memberAnswer({ query }: ConnectorRequest, steps: readonly string[], place: StandInPlace): ConnectorAnswer {
  const members = place.members.map(memberOf);
  const size = Number(query.get('pageSize') ?? 50);
  const from = Number(query.get('continuationToken') ?? 0);
  const page = members.slice(from, from + size);
  const next = from + size < members.length ? { continuationToken: String(from + size) } : {};
  const member = members.find(({ id, aadObjectId }) => steps[4] === id || steps[4] === aadObjectId);
  if (steps[3] === 'pagedmembers') return { status: 200, body: { members: page, ...next } };
  if (steps[3] !== 'members') return notFound;
  if (steps[4] === undefined) return { status: 200, body: members };
  return member === undefined ? { status: 404, body: fault('MemberNotFoundInConversation') } : { status: 200, body: member };
}

function createConversation(body: Json, parts: ConnectorParts): ConnectorAnswer {
  const channel = textOf(objectOf(objectOf(body['channelData'])['channel'])['id']);
  const wanted = textOf(objectOf(listOf(body['members'])[0])['id']);
  const person = parts.people.find(({ id, objectId }) => wanted !== '' && (wanted === id || wanted === objectId));
  const base = channel === '' ? person && personalId(person) : channel;
  if (base === undefined || !parts.places.some((place) => place.id === base))
    return { status: 403, body: fault('BotNotInConversationRoster') };
  if (body['activity'] === undefined) return { status: 201, body: { id: base, serviceUrl: parts.serviceUrl() } };
  const { id } = parts.messages.post(base, 'bot', objectOf(body['activity']));
  return {
    status: 201,
    body: { id: channel === '' ? base : `${base};messageid=${id}`, activityId: id, serviceUrl: parts.serviceUrl() },
  };
}

function meetingAnswer(steps: readonly string[], { places, messages }: ConnectorParts): ConnectorAnswer {
  const place = places.find((known) => known.meetingId !== null && known.meetingId === steps[2]);
  if (place === undefined) return { status: 403, body: fault('BotNotInConversationRoster') };
  const conversation = { id: place.id, isGroup: true, conversationType: 'groupChat' };
  const organizer = place.members[0] === undefined ? null : memberOf(place.members[0]);
  if (steps[3] === undefined)
    return {
      status: 200,
      body: { id: place.meetingId, details: { id: place.meetingId, type: 'Scheduled' }, conversation, organizer },
    };
  if (steps[3] === 'notification') {
    messages.tell({ kind: 'notice', conversationId: place.id, messageId: null });
    return { status: 202, body: {} };
  }
  const person = place.members.find(({ objectId }) => objectId !== null && objectId === steps[4]);
  if (person === undefined) return { status: 404, body: fault('NotFound') };
  const role = person === place.members[0] ? 'Organizer' : 'Presenter';
  return { status: 200, body: { user: memberOf(person), meeting: { role, inMeeting: true }, conversation } };
}

function teamAnswer(steps: readonly string[], { places }: ConnectorParts): ConnectorAnswer {
  const channels = places.filter((place) => place.teamId !== null && place.teamId === steps[2]);
  if (channels.length === 0) return notFound;
  if (steps[3] === 'conversations') return { status: 200, body: { conversations: channels.map(({ id }) => ({ id })) } };
  return { status: 200, body: { id: steps[2], name: 'Rettesnor', aadGroupId: steps[2] } };
}

function memberOf(person: StandInPerson): {
  readonly id: string;
  readonly aadObjectId?: string;
  readonly [field: string]: unknown;
} {
  const guest = { id: person.id, name: person.name, tenantId: tryoutTenant, userRole: 'guest' };
  if (person.objectId === null) return guest;
  const ids = { aadObjectId: person.objectId, objectId: person.objectId };
  return {
    ...guest,
    ...ids,
    userRole: 'user',
    userPrincipalName: `${person.key}@example.invalid`,
    email: `${person.key}@example.invalid`,
  };
}

function isStatus(broken: Fault | null): broken is Extract<Fault, { readonly status: number }> {
  return broken !== null && typeof broken === 'object' && 'status' in broken;
}

function retry({ retryAfter }: { readonly retryAfter?: number }): { readonly retryAfter?: number } {
  return retryAfter === undefined ? {} : { retryAfter };
}

function baseOf(conversationId: string): string {
  return conversationId.split(';messageid=')[0] ?? conversationId;
}

function fault(code: string): Json {
  return { error: { code, message: code } };
}
