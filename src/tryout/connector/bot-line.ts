import { type Json, parsedJson } from '../json.ts';

/** What the bot answered to an activity: the HTTP status and, for an invoke, its body. */
export interface BotAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Sends activities to the bot over HTTP, as Teams does. */
export interface BotLine {
  readonly send: (activity: Json) => Promise<BotAnswer>;
}

const waitMs = 60_000;

/** `authorize` gives the Authorization header where the bot under test wants one. */
export function createBotLine(botUrl: string, authorize?: (activity: Json) => Promise<string>): BotLine {
  return {
    send: async (activity) => {
      const authorization = authorize === undefined ? {} : { authorization: await authorize(activity) };
      const response = await fetch(botUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', ...authorization },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(waitMs),
      });
      const body = await response.text();
      return { status: response.status, body: parsedJson(body) ?? body };
    },
  };
}
