import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { checklistStore } from '../../src/store/checklists/checklist-store.ts';
import { createSealer, readOrMakeKey } from '../../src/store/core/sealer.ts';
import { openStore } from '../../src/store/database.ts';
import { dataFolder, type RunningBot, runBot } from './run-bot.ts';

interface Confirmed {
  readonly run: string;
  readonly question: string;
  readonly value: string;
}

/** What was confirmed over HTTP before the kills, and what of it the data folder lacks afterwards. */
interface KillReport {
  readonly confirmed: number;
  readonly missing: readonly Confirmed[];
  readonly doubled: readonly Confirmed[];
}

const tenant = '5d1f6a2e-0000-4000-8000-00000000c0de';
const person = 'caseworker-1';
const answers = ['ja', 'nej', 'ved_ikke'];

/** Starts the bot again and again on one data folder; each time it is killed in the middle of the answers to its checklists. */
export async function killInRuns(kills: number, mostPresses: number): Promise<KillReport> {
  const folder = dataFolder();
  const confirmed: Confirmed[] = [];
  try {
    for (let life = 0; life < kills; life += 1) {
      const bot = await runBot({ DATA_DIR: folder });
      const presses = pressUntilDead(bot, life, confirmed);
      await presses.after(randomInt(3, mostPresses));
      await bot.kill();
      await presses.ended;
    }
    return { confirmed: confirmed.length, ...(await inspect(folder, confirmed)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Three runs are answered at once, press after press; a press counts when its card came back. */
function pressUntilDead(bot: RunningBot, life: number, confirmed: Confirmed[]) {
  let count = 0;
  let wake = () => {};
  const pressed = () => {
    count += 1;
    wake();
  };
  const ended = Promise.all(
    [0, 1, 2].map((line) => pressLine(bot, (life * 10 + line) * 1000, confirmed, pressed).catch(ignored)),
  );
  const after = async (presses: number) => {
    while (count < presses) await new Promise<void>((resolve) => (wake = resolve));
  };
  return { after, ended };
}

/** `first` is the line's first case number: no two lines, of no two lives, ever ask for the same case. */
async function pressLine(bot: RunningBot, first: number, confirmed: Confirmed[], pressed: () => void): Promise<void> {
  const place = await personalPlace(bot);
  for (let number = 0; ; number += 1) {
    const reference = `24/${first + number + 1}`;
    const title = new RegExp(`sag ${reference}(?!\\d)`, 'u');
    await order(bot, place, { order: 'say', text: `tilbud ${reference}` });
    const { messages } = await state(bot, place);
    const card = messages.find((message) => title.test(JSON.stringify(message.card ?? '')));
    const run = /"run":"([^"]+)"/u.exec(JSON.stringify(card))?.[1] ?? '';
    for (const [index, question] of ['t_lovpligtigt', 't_lille_svingende', 't_egen_kompetence'].entries()) {
      const value = answers[(number + index) % answers.length] ?? '';
      const data = { run, seen: { [question]: 0 }, [`q_${question}`]: value };
      const action = { type: 'Action.Execute', title: '', verb: 'checklists/answer', data };
      const answer = await order(bot, place, { order: 'press', messageId: card?.id ?? '', action });
      const isAsked = JSON.stringify(answer).includes('har svaret f\u00f8rst');
      if (isAsked || !JSON.stringify(answer).includes('AdaptiveCard'))
        throw new Error(`not confirmed: ${JSON.stringify(answer)}`);
      confirmed.push({ run, question, value });
      pressed();
    }
  }
}

async function inspect(folder: string, confirmed: readonly Confirmed[]): Promise<Omit<KillReport, 'confirmed'>> {
  const store = await openStore({ dataFolder: folder, openedAt: 'after' });
  try {
    const runs = checklistStore(store.db, createSealer(readOrMakeKey(folder, undefined)));
    const stored = new Map(
      await Promise.all(
        [...new Set(confirmed.map(({ run }) => run))].map(
          async (id) => [id, (await runs.find(tenant, id))?.answers ?? []] as const,
        ),
      ),
    );
    const standing = ({ run, question }: Confirmed) => stored.get(run)?.find((one) => one.question === question);
    return {
      missing: confirmed.filter((one) => standing(one)?.value !== one.value),
      doubled: confirmed.filter((one) => (standing(one)?.version ?? 1) !== 1),
    };
  } finally {
    await store.close();
  }
}

interface PageState {
  readonly places: readonly { id: string; kind: string; members: readonly string[] }[];
  readonly messages: readonly { id: string; card?: unknown }[];
}

async function personalPlace(bot: RunningBot): Promise<string> {
  const { places } = await state(bot, '');
  return places.find(({ kind, members }) => kind === 'personal' && members.includes(person))?.id ?? '';
}

async function state(bot: RunningBot, place: string): Promise<PageState> {
  return (await fetch(`${bot.pageUrl}tryout/state?${new URLSearchParams({ person, place })}`)).json() as Promise<PageState>;
}

async function order(bot: RunningBot, place: string, what: object): Promise<unknown> {
  const body = JSON.stringify({ person, place, language: 'da', ...what });
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${bot.pageUrl}tryout/do`, { method: 'POST', headers, body })).json();
}

/** The bot is dead: the press that was under way is not confirmed. */
function ignored(): void {}
