import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Chat, createChat } from './chat/chat.ts';
import type { Session } from './chat/session.ts';
import { createBotLine } from './connector/bot-line.ts';
import { answerConnector, type ConnectorParts, type ConnectorRequest } from './connector/connector.ts';
import { createFaults, type Faults } from './connector/faults.ts';
import { createMessageStore, type MessageStore, type StoredMessage } from './connector/messages.ts';
import { answerFile, closed, isOwnHost, listen, receive, reply, requestOf } from './connector/wire.ts';
import type { Json } from './json.ts';
import { type StandInPerson, tryoutPeople } from './people/people.ts';
import { type PlaceKind, placesOf, type StandInPlace } from './people/places.ts';

export interface StandInOptions {
  /** The bot's messaging endpoint, `http://127.0.0.1:3978/api/messages`. */
  readonly botUrl: string;
  /** Its own port; any free one where nothing is said. */
  readonly port?: number;
  /** The Authorization header for the bot, where it wants one. */
  readonly authorize?: (activity: Json) => Promise<string>;
  /** Further people (`crowdOf`); they are members of the shared places too. */
  readonly extraPeople?: readonly StandInPerson[];
  /** Answers requests that are none of the connector's: the try-out's page. */
  readonly pages?: (request: IncomingMessage, response: ServerResponse, body: string) => void;
}

/** Teams as the bot sees it: a Bot Connector on loopback, and people who write to the bot. */
export interface StandIn {
  readonly serviceUrl: string;
  readonly people: readonly StandInPerson[];
  readonly places: readonly StandInPlace[];
  readonly person: (key: string) => StandInPerson;
  readonly personalChat: (person: StandInPerson, language?: 'da' | 'en') => Chat;
  readonly channel: (person: StandInPerson) => Chat;
  readonly groupChat: (person: StandInPerson) => Chat;
  readonly meeting: (person: StandInPerson) => Chat;
  readonly chatAt: (placeId: string, person: StandInPerson, language?: 'da' | 'en') => Chat;
  readonly faults: Faults;
  readonly messages: MessageStore;
  /** Every request that the bot made, oldest first, as it came over the wire. */
  readonly requests: readonly ConnectorRequest[];
  /** Resolves with the first message that fits, now or when it comes or is updated. */
  readonly waitFor: (fits: (message: StoredMessage) => boolean, timeoutMs?: number) => Promise<StoredMessage>;
  readonly close: () => Promise<void>;
}

export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const people = [...tryoutPeople, ...(options.extraPeople ?? [])];
  const places = placesOf(people);
  const [faults, messages, requests] = [createFaults(), createMessageStore(), [] as ConnectorRequest[]];
  let serviceUrl = '';
  const session: Session = {
    line: createBotLine(options.botUrl, options.authorize),
    messages,
    serviceUrl: () => serviceUrl,
    screens: new Map(),
    refreshed: new Map(),
    files: new Map(),
  };
  const parts = { messages, faults, places, people, serviceUrl: session.serviceUrl };
  const server = createServer(listener(session, parts, requests, options.pages));
  serviceUrl = await listen(server, options.port ?? 0);
  const chatAt = (placeId: string, person: StandInPerson, language: 'da' | 'en' = 'da') =>
    createChat(session, { person, place: placeWith(places, ({ id }) => id === placeId), threadId: null, language });
  const chatOf = (kind: PlaceKind) => (person: StandInPerson) =>
    chatAt(placeWith(places, (place) => place.kind === kind).id, person);
  return {
    serviceUrl,
    people,
    places,
    person: (key) => personWith(people, key),
    personalChat: (person, language) =>
      chatAt(placeWith(places, ({ kind, members }) => kind === 'personal' && members.includes(person)).id, person, language),
    channel: chatOf('channel'),
    groupChat: chatOf('groupChat'),
    meeting: chatOf('meeting'),
    chatAt,
    faults,
    messages,
    requests,
    waitFor: (fits, timeoutMs = 10_000) => waitFor(messages, places, fits, timeoutMs),
    close: () => closed(server),
  };
}

/** Files and the connector first; what is neither is for the page. */
function listener(session: Session, parts: ConnectorParts, requests: ConnectorRequest[], pages: StandInOptions['pages']) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    void receive(request, response).then((body) => {
      if (body === null) return;
      if (!isOwnHost(request)) return reply(response, { status: 403, body: '' });
      const read = requestOf(request, body);
      const answer = answerFile(read, session) ?? answerConnector(read, parts);
      if (answer === null) return pages ? pages(request, response, body) : reply(response, { status: 404, body: '' });
      requests.push(read);
      reply(response, answer);
    });
  };
}

async function waitFor(
  messages: MessageStore,
  places: readonly StandInPlace[],
  fits: (message: StoredMessage) => boolean,
  timeoutMs: number,
): Promise<StoredMessage> {
  const fitting = () => places.flatMap(({ id }) => messages.of(id)).find(fits);
  const there = fitting();
  if (there !== undefined) return there;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(() => reject(new Error('No such message came'))), timeoutMs);
    const stop = messages.onChange(() => {
      const message = fitting();
      if (message !== undefined) finish(() => resolve(message));
    });
    function finish(then: () => void): void {
      clearTimeout(timer);
      stop();
      then();
    }
  });
}

function personWith(people: readonly StandInPerson[], key: string): StandInPerson {
  return found(
    people.find((person) => person.key === key),
    `person ${key}`,
  );
}

function placeWith(places: readonly StandInPlace[], fits: (place: StandInPlace) => boolean): StandInPlace {
  return found(places.find(fits), 'such place');
}

function found<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`There is no ${name} in the stand-in`);
  return thing;
}
