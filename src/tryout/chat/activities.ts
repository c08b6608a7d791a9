import type { Json } from '../json.ts';
import { botId, botName, type StandInPerson, tryoutTenant } from '../people/people.ts';
import { channelId, type StandInPlace, teamId } from '../people/places.ts';

/** Who does something where. `threadId` is the root message of a channel's thread. */
export interface Actor {
  readonly person: StandInPerson;
  readonly place: StandInPlace;
  readonly threadId: string | null;
  readonly language: 'da' | 'en';
}

/** What Teams puts around everything that it sends to a bot. */
export function activityOf(actor: Actor, id: string, serviceUrl: string, own: Json): Json {
  const at = new Date();
  return {
    id,
    timestamp: at.toISOString(),
    localTimestamp: at.toISOString(),
    localTimezone: 'Europe/Copenhagen',
    channelId: 'msteams',
    serviceUrl,
    from: fromOf(actor.person),
    recipient: { id: botId, name: botName },
    conversation: conversationOf(actor),
    locale: localeOf(actor),
    ...own,
    entities: [clientInfo(actor), ...((own['entities'] as readonly Json[] | undefined) ?? [])],
    channelData: { ...channelDataOf(actor.place), ...(own['channelData'] as Json | undefined) },
  };
}

/** A message's own part: the text, with the bot's mention where Teams needs one to call the bot. */
export function messagePart(text: string, isMentioned: boolean): Json {
  if (!isMentioned) return { type: 'message', text, textFormat: 'plain', attachments: [] };
  const mention = `<at>${botName}</at>`;
  const html = `<p><span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">${botName}</span>&nbsp;${text}</p>`;
  return {
    type: 'message',
    text: `${mention} ${text}`,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: html }],
    entities: [{ type: 'mention', mentioned: { id: botId, name: botName }, text: mention }],
  };
}

/** The attachment of a file that a person sent in the personal chat. */
export function fileAttachment(name: string, downloadUrl: string): Json {
  const fileType = name.split('.').at(-1) ?? '';
  const content = { downloadUrl, uniqueId: downloadUrl.split('/').at(-1), fileType };
  return { contentType: 'application/vnd.microsoft.teams.file.download.info', contentUrl: downloadUrl, name, content };
}

/** A meeting's start or end as Teams sends it: its values are written in PascalCase. */
export function meetingPart(place: StandInPlace, event: 'Start' | 'End'): Json {
  const about = { MeetingType: 'Scheduled', Title: botName, Id: place.meetingId, JoinUrl: 'https://teams.example.invalid/meet' };
  const value = { ...about, [`${event}Time`]: new Date().toISOString() };
  return { type: 'event', name: `application/vnd.microsoft.meeting${event}`, value };
}

function fromOf({ id, name, objectId }: StandInPerson): Json {
  return objectId === null ? { id, name } : { id, name, aadObjectId: objectId };
}

function conversationOf({ place, threadId }: Actor): Json {
  const conversationType = place.kind === 'meeting' ? 'groupChat' : place.kind;
  const id = threadId === null ? place.id : `${place.id};messageid=${threadId}`;
  return { id, conversationType, tenantId: tryoutTenant, ...(place.kind === 'personal' ? {} : { isGroup: true }) };
}

function channelDataOf(place: StandInPlace): Json {
  const tenant = { id: tryoutTenant };
  switch (place.kind) {
    case 'personal':
    case 'groupChat':
      return { tenant };
    case 'meeting':
      return { tenant, meeting: { id: place.meetingId } };
    case 'channel':
      return { tenant, teamsChannelId: channelId, teamsTeamId: teamId, channel: { id: channelId }, team: { id: teamId } };
  }
}

function clientInfo(actor: Actor): Json {
  return { type: 'clientInfo', locale: localeOf(actor), country: 'DK', platform: 'Web', timezone: 'Europe/Copenhagen' };
}

function localeOf({ language }: Actor): string {
  return language === 'da' ? 'da-DK' : 'en-GB';
}
