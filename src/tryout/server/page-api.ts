import { z } from 'zod';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { readPlainDate } from '../../domain/calendar/plain-date.ts';
import type { Chat } from '../chat/chat.ts';
import type { StandIn } from '../stand-in.ts';
import { withDrawnCharts } from './drawn-charts.ts';
import { extensionCommands } from './page-files.ts';

/** The try-out's settable day; null is the real one. */
export interface TryoutDay {
  readonly today: () => PlainDate;
  readonly setToday: (day: PlainDate | null) => void;
}

const data = z.record(z.string(), z.unknown());
const actor = z.object({ person: z.string(), place: z.string(), language: z.enum(['da', 'en']).default('da') });
const file = z.object({ name: z.string().max(200), base64: z.string() });
const orders = z.discriminatedUnion('order', [
  z.object({
    order: z.literal('say'),
    text: z.string().max(20_000),
    threadId: z.string().nullable().default(null),
    isMentioned: z.boolean().default(true),
    files: z.array(file).default([]),
  }),
  z.object({
    order: z.literal('press'),
    messageId: z.string(),
    action: z.object({ type: z.string(), title: z.string(), verb: z.string().nullable(), data }),
  }),
  z.object({ order: z.literal('refresh'), messageId: z.string() }),
  z.object({ order: z.literal('send-dialog'), data }),
  z.object({ order: z.literal('close-dialog') }),
  z.object({ order: z.literal('feedback'), messageId: z.string(), reaction: z.enum(['like', 'dislike']), text: z.string() }),
  z.object({ order: z.literal('search'), commandId: z.string(), query: z.string() }),
  z.object({ order: z.literal('insert'), card: data }),
  z.object({ order: z.literal('message-action'), commandId: z.string(), messageId: z.string() }),
  z.object({ order: z.literal('install') }),
  z.object({ order: z.literal('start-meeting') }),
  z.object({ order: z.literal('end-meeting') }),
  z.object({ order: z.literal('today'), day: z.string().nullable() }),
]);
type Order = z.infer<typeof orders>;

/** Everything that one person sees in one place. */
export function pageState(teams: StandIn, days: TryoutDay, query: URLSearchParams): object | null {
  const chat = chatOf(teams, { person: query.get('person') ?? '', place: query.get('place') ?? '', language: 'da' });
  const names = new Map(teams.people.map(({ id, name }) => [id, name]));
  return {
    people: teams.people.map(({ key, name, id, role }) => ({ key, name, id, role: role ?? 'guest' })),
    places: teams.places.map(({ id, kind, members }) => ({ id, kind, members: members.map(({ key }) => key) })),
    commands: extensionCommands(),
    today: days.today(),
    messages: (chat?.messages() ?? []).map(({ activity, ...message }) => ({
      ...message,
      card: withDrawnCharts(message.card),
      name: names.get(message.from) ?? null,
      entities: activity['entities'] ?? [],
      channelData: activity['channelData'] ?? {},
    })),
    dialog: withDrawnCharts(chat?.dialog() ?? null),
    notice: chat?.notice() ?? null,
  };
}

/** Carries out what a person did on the page; null where the order cannot be read. */
export async function carryOut(teams: StandIn, days: TryoutDay, body: unknown): Promise<object | null> {
  const [who, order] = [actor.safeParse(body), orders.safeParse(body)];
  if (!who.success || !order.success) return null;
  const chat = chatOf(teams, who.data);
  if (order.data.order === 'today') {
    const day = order.data.day === null ? null : readPlainDate(order.data.day);
    days.setToday(day);
    return { today: days.today() };
  }
  return chat === null ? null : obey(chat, order.data);
}

async function obey(chat: Chat, order: Exclude<Order, { readonly order: 'today' }>): Promise<object> {
  switch (order.order) {
    case 'say': {
      const files = order.files.map(({ name, base64 }) => ({ name, content: Buffer.from(base64, 'base64') }));
      const thread = order.threadId === null ? {} : { threadId: order.threadId };
      const { status } = await chat.say(order.text, { files, isMentioned: order.isMentioned, ...thread });
      return { status };
    }
    case 'press':
      return chat.pressAction(order.messageId, order.action);
    case 'refresh':
      return (await chat.refresh(order.messageId)) ?? {};
    case 'send-dialog':
      return chat.sendDialog(order.data);
    case 'close-dialog':
      chat.closeDialog();
      return {};
    case 'feedback':
      return chat.feedback(order.messageId, order.reaction, order.text);
    case 'search':
      return { finds: await chat.search(order.commandId, order.query) };
    case 'insert':
      chat.insert(order.card);
      return {};
    case 'message-action':
      return chat.messageAction(order.commandId, order.messageId);
    case 'install':
      return chat.install();
    case 'start-meeting':
      return chat.startMeeting();
    case 'end-meeting':
      return chat.endMeeting();
  }
}

function chatOf(
  teams: StandIn,
  who: { readonly person: string; readonly place: string; readonly language: 'da' | 'en' },
): Chat | null {
  const person = teams.people.find(({ key }) => key === who.person);
  const place = teams.places.find(({ id }) => id === who.place);
  return person === undefined || place === undefined || !place.members.includes(person)
    ? null
    : teams.chatAt(place.id, person, who.language);
}
