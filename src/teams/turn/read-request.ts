import type { Person, Place } from '../../app/access/person.ts';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Language } from '../../domain/language/texts.ts';
import { actionValue, executeValue, feedbackValue, type IncomingActivity, queryValue, taskValue } from './activity.ts';
import type { AttachedFile, Request, Turn } from './request.ts';

/** What a request is read with besides the activity. */
export interface ReadingRequest {
  readonly today: PlainDate;
  readonly personOf: (tenantId: string, objectId: string | null, name: string) => Person;
}

const fileType = 'application/vnd.microsoft.teams.file.download.info';

/** The request that an activity makes, or null where it makes none that is understood. */
export function readRequest(activity: IncomingActivity, reading: ReadingRequest): Request | null {
  const turn = turnOf(activity, reading);
  switch (activity.type) {
    case 'message':
      return readMessage(activity, turn);
    case 'invoke':
      return readInvoke(activity, turn);
    case 'installationUpdate':
      return { ...turn, kind: activity.action?.startsWith('remove') === true ? 'uninstalled' : 'installed' };
    case 'conversationUpdate':
      return (activity.membersAdded ?? []).some(({ id }) => id === activity.recipient.id)
        ? { ...turn, kind: 'members-added' }
        : null;
    case 'event':
      if (activity.name === 'application/vnd.microsoft.meetingStart') return { ...turn, kind: 'meeting-started' };
      return activity.name === 'application/vnd.microsoft.meetingEnd' ? { ...turn, kind: 'meeting-ended' } : null;
    default:
      return null;
  }
}

function turnOf(activity: IncomingActivity, { today, personOf }: ReadingRequest): Turn {
  const tenantId = activity.channelData?.tenant?.id ?? activity.conversation.tenantId ?? '';
  const language: Language = activity.locale?.toLowerCase().startsWith('en') === true ? 'en' : 'da';
  const person = personOf(tenantId, activity.from.aadObjectId ?? null, activity.from.name ?? '');
  return { activityId: activity.id ?? '', person, place: placeOf(activity), language, today };
}

function placeOf({ conversation, channelData }: IncomingActivity): Place {
  const meetingId = channelData?.meeting?.id ?? null;
  const kind =
    meetingId !== null
      ? 'meeting'
      : conversation.conversationType === 'channel'
        ? 'channel'
        : conversation.conversationType === 'personal'
          ? 'personal'
          : 'group';
  return { kind, conversationId: conversation.id, threadId: /;messageid=(.+)$/.exec(conversation.id)?.[1] ?? null, meetingId };
}

/** A message with a card's data is an Action.Submit; one with text is written. */
function readMessage(activity: IncomingActivity, turn: Turn): Request | null {
  const { value } = activity;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { verb, ...data } = value as Record<string, unknown>;
    if (typeof verb !== 'string') return null;
    return { ...turn, kind: 'card-action', verb, data, trigger: 'manual', via: 'submit', messageId: activity.replyToId ?? null };
  }
  const files = (activity.attachments ?? []).flatMap(fileOf);
  const text = withoutMention(activity);
  return text === '' && files.length === 0 ? null : { ...turn, kind: 'message', text, files };
}

function fileOf({ contentType, name, content }: NonNullable<IncomingActivity['attachments']>[number]): readonly AttachedFile[] {
  const downloadUrl = (content as { downloadUrl?: unknown } | undefined)?.downloadUrl;
  return contentType === fileType && typeof downloadUrl === 'string' ? [{ name: name ?? '', contentType, downloadUrl }] : [];
}

/** The text without the bot's own mention; people who are mentioned stay. */
function withoutMention({ text = '', entities = [], recipient }: IncomingActivity): string {
  const own = entities
    .filter(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id)
    .flatMap(({ text: mention }) => (mention ? [mention] : []));
  return own
    .reduce((rest, mention) => rest.replace(mention, ' '), text)
    .replace(/\u00a0|&nbsp;/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

function readInvoke(activity: IncomingActivity, turn: Turn): Request | null {
  const messageId = activity.replyToId ?? null;
  switch (activity.name) {
    case 'adaptiveCard/action': {
      const read = executeValue.safeParse(activity.value);
      if (!read.success) return null;
      const { action, trigger } = read.data;
      return { ...turn, kind: 'card-action', verb: action.verb, data: action.data, trigger, via: 'execute', messageId };
    }
    case 'task/fetch':
    case 'task/submit': {
      const read = taskValue.safeParse(activity.value);
      if (!read.success) return null;
      const { dialog, ...data } = read.data.data;
      return { ...turn, kind: activity.name === 'task/fetch' ? 'dialog-open' : 'dialog-submit', dialog, data, messageId };
    }
    case 'composeExtension/query': {
      const read = queryValue.safeParse(activity.value);
      if (!read.success) return null;
      const query = read.data.parameters.find(({ name }) => name !== 'initialRun')?.value;
      return {
        ...turn,
        kind: 'search',
        commandId: read.data.commandId,
        query: typeof query === 'string' ? query : '',
        ...read.data.queryOptions,
      };
    }
    case 'composeExtension/fetchTask':
    case 'composeExtension/submitAction': {
      const read = actionValue.safeParse(activity.value);
      if (!read.success) return null;
      const { commandId, data, messagePayload } = read.data;
      const kind = activity.name === 'composeExtension/fetchTask' ? 'message-action-open' : 'message-action-submit';
      return { ...turn, kind, commandId, data, messageText: plainText(messagePayload?.body.content ?? '') };
    }
    case 'message/submitAction': {
      const read = feedbackValue.safeParse(activity.value);
      if (!read.success) return null;
      const { reaction, feedback } = read.data.actionValue;
      return { ...turn, kind: 'feedback', reaction, text: feedbackText(feedback), messageId };
    }
    default:
      return null;
  }
}

/** Teams sends the words of the feedback dialog as JSON in a string. */
function feedbackText(feedback: unknown): string {
  if (typeof feedback !== 'string') return '';
  try {
    const read: unknown = JSON.parse(feedback);
    return typeof read === 'object' && read !== null && 'feedbackText' in read ? String(read.feedbackText) : feedback;
  } catch {
    return feedback;
  }
}

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
