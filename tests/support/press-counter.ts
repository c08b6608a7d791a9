import type { Chat } from '../../src/tryout/chat/chat.ts';
import type { Json } from '../../src/tryout/json.ts';
import type { startChecklistBot } from './checklist-bot.ts';

type Bot = Pick<Awaited<ReturnType<typeof startChecklistBot>>, 'quiet'>;

/** A person who works cases through in one chat; every submitted action is counted, what Teams does by itself is not. */
export function pressCounter(bot: Bot, chat: Chat) {
  let count = 0;
  const text = (message: string) => JSON.stringify(chat.cardOf(message));
  const settled = async () => {
    // An invoke is answered before its messages are on their way.
    for (let round = 0; round < 20; round += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      await bot.quiet();
    }
    const last = chat.messages().findLast(({ card }) => card !== null)?.id ?? '';
    if (text(last).includes('"refresh"')) await chat.refresh(last);
    return last;
  };
  const counted = async (act: () => Promise<unknown>) => {
    count += 1;
    await act();
    return settled();
  };
  const press = (message: string, action: string, inputs: Json = {}) => counted(() => chat.press(message, action, inputs));
  /** Step after step until no question is left, each time what this card asks. */
  const answer = async (message: string, answers: Json) => {
    for (let step = 0; step < 8 && text(message).includes('checklists/answer'); step += 1) {
      const asked = Object.entries(answers).filter(([id]) => text(message).includes(`"q_${id}"`));
      await press(message, 'checklists/answer', Object.fromEntries(asked.map(([id, value]) => [`q_${id}`, value])));
    }
  };
  return {
    text,
    press,
    answer,
    count: () => count,
    say: (words: string) => counted(() => chat.say(words)),
    submitDialog: (inputs: Json) => counted(() => chat.submitDialog(inputs)),
  };
}
