import { type Activity, BotAdapter, type ConversationReference, type ResourceResponse, type TurnContext } from 'botbuilder';
import type { Gateway } from '../sending/gateway.ts';

/** The answer to an invoke, as teams-ai sends it: an activity that never leaves for the connector. */
const invokeResponse = 'invokeResponse';
/** Stands on the turn itself: what a WeakMap holds outlives every young collection, and with it the whole turn. */
const answering = Symbol('answering');

/** Sends a turn's activities through our gateway instead of the SDK's clients, which it would build anew each turn. */
export class TurnAdapter extends BotAdapter {
  private readonly gateway: Gateway;

  constructor(gateway: Gateway) {
    super();
    this.gateway = gateway;
  }

  /** Where the turn's invoke is answered, at once: before any message is sent. */
  answerInvokesOf(context: TurnContext, answer: (body: unknown) => void): void {
    context.turnState.set(answering, answer);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) {
      if (activity.type === invokeResponse) context.turnState.get<(body: unknown) => void>(answering)?.(activity.value?.body);
      else sent.push({ id: await this.gateway.post(addressOf(context), activity) });
    }
    return sent;
  }

  override async updateActivity(context: TurnContext, activity: Partial<Activity>): Promise<void> {
    await this.gateway.update(addressOf(context), activity.id ?? '', activity);
  }

  override deleteActivity(_context: TurnContext, _reference: Partial<ConversationReference>): Promise<void> {
    return Promise.reject(new Error('Rettesnor deletes no messages.'));
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('Rettesnor sends without a turn through its gateway.'));
  }

  override continueConversationAsync(): Promise<void> {
    return this.continueConversation();
  }
}

function addressOf(context: TurnContext): { readonly serviceUrl: string; readonly conversationId: string } {
  return { serviceUrl: context.activity.serviceUrl, conversationId: context.activity.conversation.id };
}
