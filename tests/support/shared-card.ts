import type { Json } from '../../src/tryout/json.ts';
import type { startChecklistBot } from './checklist-bot.ts';

type Bot = Awaited<ReturnType<typeof startChecklistBot>>;

/** What a round of eight people on one card came to; every list is empty where all is well. */
interface SharedRound {
  /** Answers that were acknowledged and are not in the run. */
  readonly lost: readonly string[];
  /** Questions with more than one recorded answer. */
  readonly doubled: readonly string[];
  /** People who see another card than the first one. */
  readonly differing: readonly string[];
  readonly acknowledged: number;
  /** Answers for which the person was shown somebody else's first answer. */
  readonly asked: number;
}

/** The questions of the first step of `tilbud-varde`, with answers that people give. */
export const firstStep = {
  t_maalgruppe: ['sygedagpenge', 'ledighedsydelse', 'jobparat_voksen'],
  t_lovpligtigt: ['ja', 'nej'],
  t_lille_svingende: ['ja', 'nej', 'ved_ikke'],
  t_egen_kompetence: ['nej', 'ja'],
};

const tenant = '5d1f6a2e-0000-4000-8000-00000000c0de';
const text = (value: unknown) => JSON.stringify(value);

/**
 * One person shares a checklist in the meeting, and eight answer its first step in the same moment: in even rounds all of them every
 * question, in odd rounds each one question of their own choice.
 */
export async function answerTogether(
  bot: Bot,
  checklist: string,
  choices: Readonly<Record<string, readonly string[]>>,
  round: number,
): Promise<SharedRound> {
  const { teams, desk } = bot;
  const starter = teams.meeting(teams.person('caseworker-1'));
  const { replies } = await starter.say(`${checklist} 24/${1000 + round}`);
  const message = replies[0]?.id ?? '';
  const { body: shared } = await starter.press(message, 'checklists/share');
  if (!text(shared).includes('AdaptiveCard')) throw new Error(`sharing was answered ${text(shared)}`);
  await teams.waitFor(({ id, card }) => id === message && text(card).includes('"refresh"'));
  const [run] = await desk.store.runsOf(tenant, [teams.person('caseworker-1').objectId ?? ''], ['open']);
  const runId = run?.id ?? '';
  const questions = Object.keys(choices);
  const people = Array.from({ length: 8 }, (_, index) => ({ key: `crowd-${index + 1}`, index }));
  const sent = people.map(({ key, index }) => {
    const mine = round % 2 === 0 ? questions : [questions[(index + round) % questions.length] ?? ''];
    const values = mine.map((id) => [id, choices[id]?.[(index + round) % (choices[id]?.length ?? 1)] ?? ''] as const);
    return { chat: teams.meeting(teams.person(key)), key, values };
  });
  const answers = await Promise.all(
    sent.map(async ({ chat, values }) => {
      const data: Json = {
        run: runId,
        seen: Object.fromEntries(values.map(([id]) => [id, 0])),
        ...Object.fromEntries(values.map(([id, value]) => [`q_${id}`, value])),
      };
      const { status, body } = await chat.pressAction(message, {
        type: 'Action.Execute',
        title: '',
        verb: 'checklists/answer',
        data,
      });
      return { status, card: text(body) };
    }),
  );
  await bot.quiet();
  const stored = (await desk.store.find(tenant, runId))?.answers ?? [];
  const storedValue = (id: string) => stored.find(({ question }) => question === id)?.value;
  const lost: string[] = [];
  let [acknowledged, asked] = [0, 0];
  for (const [index, { key, values }] of sent.entries()) {
    const { status, card } = answers[index] ?? { status: 0, card: '' };
    for (const [id, value] of values) {
      const isRecorded = storedValue(id) === value;
      const isAsked = card.includes('har svaret f\u00f8rst');
      if (status !== 200 || (!isRecorded && !isAsked))
        lost.push(`${round} ${key} ${id}=${value}, stored ${text(storedValue(id))}, ${status}`);
      if (isRecorded) acknowledged += 1;
      else asked += 1;
    }
  }
  const doubled = stored.filter(({ version }) => version !== 1).map(({ question }) => `${round} ${question}`);
  const views = await Promise.all(
    sent.map(async ({ chat, key }) => {
      await chat.refresh(message);
      const base = teams.messages.find(message)?.card;
      return { key, base: text(base), own: text(chat.cardOf(message)) };
    }),
  );
  const shown = views[0];
  const differing = views
    .filter(({ base, own }) => base !== shown?.base || own !== shown?.own)
    .map(({ key }) => `${round} ${key}`);
  const missing = stored.filter(
    ({ question }) =>
      !shown?.base.includes(desk.ruleSets.flatMap(({ questions: all }) => all).find(({ id }) => id === question)?.text ?? '?'),
  );
  return {
    lost,
    doubled,
    differing: [...differing, ...missing.map(({ question }) => `${round} base lacks ${question}`)],
    acknowledged,
    asked,
  };
}
