/** What was asked a short while ago, by conversation and person, and which sent message answered what. */
export interface QuestionMemory {
  /** The earlier questions of a person in a conversation, oldest first. */
  readonly earlier: (tenantId: string, conversationId: string, objectId: string) => readonly string[];
  readonly remember: (tenantId: string, conversationId: string, objectId: string, question: string) => void;
  readonly noteSent: (tenantId: string, messageId: string, question: string) => void;
  /** The question that a message answered; null where it is not known any more. */
  readonly questionOf: (tenantId: string, messageId: string) => string | null;
}

/** How much is remembered, and how long. */
export interface MemoryBounds {
  readonly conversations: number;
  readonly questionsEach: number;
  readonly minutes: number;
  readonly messages: number;
}

const usual: MemoryBounds = { conversations: 5_000, questionsEach: 5, minutes: 30, messages: 5_000 };

/** Bounded memory of this process: never stored, since a follow-up is of the moment. */
export function createQuestionMemory(now: () => number, bounds: MemoryBounds = usual): QuestionMemory {
  const asked = new Map<string, { readonly at: number; readonly questions: readonly string[] }>();
  const sent = new Map<string, string>();
  const earlier = (key: string) => {
    const known = asked.get(key);
    return known !== undefined && now() - known.at <= bounds.minutes * 60_000 ? known.questions : [];
  };
  return {
    earlier: (...parts) => earlier(keyOf(parts)),
    remember: (tenantId, conversationId, objectId, question) => {
      const key = keyOf([tenantId, conversationId, objectId]);
      const questions = [...earlier(key), question].slice(-bounds.questionsEach);
      setBounded(asked, key, { at: now(), questions }, bounds.conversations);
    },
    noteSent: (tenantId, messageId, question) => setBounded(sent, keyOf([tenantId, messageId]), question, bounds.messages),
    questionOf: (tenantId, messageId) => sent.get(keyOf([tenantId, messageId])) ?? null,
  };
}

function keyOf(parts: readonly string[]): string {
  return JSON.stringify(parts);
}

/** The newest stay: what was set longest ago is forgotten first. */
function setBounded<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value ?? '');
}
