import { Application } from '@microsoft/teams-ai';
import { type Activity, TurnContext } from 'botbuilder';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Person } from '../../app/access/person.ts';
import type { Clock } from '../../app/clock.ts';
import type { ConversationStore } from '../../app/conversations.ts';
import type { TextsByLanguage } from '../../domain/language/texts.ts';
import type { Log } from '../../log/log.ts';
import type { Courier } from '../sending/courier.ts';
import type { Gateway } from '../sending/gateway.ts';
import { activitySchema, anyActivity, type IncomingActivity } from './activity.ts';
import { type Dispatcher, dispatch } from './dispatch.ts';
import { refusalOfPersonalNumber } from './guard.ts';
import { createHandledWindow } from './handled-window.ts';
import { invokeBody } from './invoke-answer.ts';
import { readRequest } from './read-request.ts';
import { type Reply, replyFault } from './reply.ts';
import type { Request } from './request.ts';
import { TurnAdapter } from './turn-adapter.ts';

/** What the bot is wired with. */
export interface BotOptions {
  /** Null in the local try-out, which listens on loopback alone. */
  readonly authentication: BotFrameworkAuthentication | null;
  readonly isAllowedServiceUrl: (url: string) => boolean;
  readonly gateway: Gateway;
  readonly courier: Courier;
  readonly dispatcher: Dispatcher;
  readonly conversations: ConversationStore;
  readonly personOf: (tenantId: string, objectId: string | null, name: string) => Person;
  readonly texts: TextsByLanguage;
  readonly clock: Clock;
  readonly log: Log;
}

export interface BotAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Takes an activity as it comes over HTTP and answers it: an invoke at once, a message when it is done. */
export type Bot = (body: unknown, authorization: string | undefined) => Promise<BotAnswer>;

const windowSize = 5_000;

/** The bot: authenticate, read, dispatch, send. teams-ai routes; everything it would keep or send is ours. */
export function createBot(options: BotOptions): Bot {
  const adapter = new TurnAdapter(options.gateway);
  const application = new Application({ startTypingTimer: false, removeRecipientMention: false });
  const isFirst = createHandledWindow(windowSize);
  const isInvoke = async ({ activity }: TurnContext) => activity.type === 'invoke';
  application.addRoute(isInvoke, (context) => handle(context, options), true);
  application.addRoute(
    async (context) => !(await isInvoke(context)),
    (context) => handle(context, options),
  );

  return async (body, authorization) => {
    const read = activitySchema.safeParse(body);
    if (!read.success && !anyActivity.safeParse(body).success) return { status: 400 };
    if (!(await isAuthentic(options, body as Activity, authorization))) return { status: 401 };
    if (!read.success) return { status: 200 };
    const activity = read.data;
    if (!options.isAllowedServiceUrl(activity.serviceUrl)) return { status: 401 };
    if (activity.type !== 'invoke' && activity.id !== undefined && !isFirst(`${activity.conversation.id}|${activity.id}`))
      return { status: 200 };
    const context = new TurnContext(adapter, activity as unknown as Activity);
    return new Promise((resolve) => {
      adapter.answerInvokesOf(context, (answer) => resolve({ status: 200, body: answer }));
      application
        .run(context)
        .catch((fault: unknown) => options.log.error('turn-failed', fault, { type: activity.type, name: activity.name ?? null }))
        .finally(() => resolve(activity.type === 'invoke' ? { status: 200, body: {} } : { status: 200 }));
    });
  };
}

async function isAuthentic(
  { authentication, log }: BotOptions,
  activity: Activity,
  authorization: string | undefined,
): Promise<boolean> {
  if (authentication === null) return true;
  try {
    await authentication.authenticateRequest(activity, authorization ?? '');
    return true;
  } catch {
    log.warn('not-authentic');
    return false;
  }
}

async function handle(context: TurnContext, options: BotOptions): Promise<void> {
  const activity = context.activity as unknown as IncomingActivity;
  const request = readRequest(activity, { today: options.clock.today(), personOf: options.personOf });
  if (request === null) return;
  await remember(activity, request, options);
  const reply = await replyTo(request, options);
  if (activity.type === 'invoke') {
    // Straight to the adapter: the SDK's way there copies the conversation onto it and keeps the turn alive past several collections.
    const value = { status: 200, body: invokeBody(request, reply.answer) };
    await context.adapter.sendActivities(context, [{ type: 'invokeResponse', value }]);
  }
  const said = activity.type !== 'invoke' && reply.answer.kind !== 'none' ? asMessage(reply) : [];
  await options.courier.send(request, activity.serviceUrl, [...said, ...reply.messages]);
}

/** A fault of ours is told kindly, and nothing of it leaves but its place in the log. */
async function replyTo(request: Request, { dispatcher, texts, log }: BotOptions): Promise<Reply> {
  const words = texts[request.language];
  const refusal = refusalOfPersonalNumber(request, words);
  if (refusal !== null) return refusal;
  try {
    return await dispatch(dispatcher, request, words);
  } catch (fault) {
    log.error('request-failed', fault, { kind: request.kind });
    const message = words('common.failed');
    return replyFault('bad-request', message);
  }
}

/** An Action.Submit or a message cannot be answered with a card in its response: the answer becomes a message. */
function asMessage({ answer }: Reply): Reply['messages'] {
  switch (answer.kind) {
    case 'card':
      return [{ kind: 'post', to: { kind: 'here' }, content: { card: answer.card, summary: 'Rettesnor' } }];
    case 'text':
      return [{ kind: 'post', to: { kind: 'here' }, content: { text: answer.text, summary: answer.text } }];
    case 'error':
      return [{ kind: 'post', to: { kind: 'here' }, content: { text: answer.message, summary: answer.message } }];
    case 'none':
    case 'dialog':
    case 'dialog-closed':
    case 'finds':
      return [];
  }
}

async function remember(
  { serviceUrl, from, recipient }: IncomingActivity,
  { person, place }: Request,
  { conversations }: BotOptions,
): Promise<void> {
  const isPersonal = place.kind === 'personal';
  await conversations.remember({
    tenantId: person.tenantId,
    conversationId: place.conversationId,
    kind: place.kind,
    serviceUrl,
    objectId: isPersonal ? person.objectId : null,
    channelUserId: isPersonal ? from.id : null,
    botId: recipient.id,
  });
}
