import { expect, test } from 'vitest';
import { startChecklistBot } from '../support/checklist-bot.ts';
import { answerTogether, firstStep } from '../support/shared-card.ts';
import { engines } from '../support/stores.ts';

test.each(
  engines,
)('of eight people who answer one card at once every acknowledged answer is kept once, and all see the same card (%s)', async (engine) => {
  const bot = await startChecklistBot(engine);
  try {
    for (let round = 0; round < 6; round += 1) {
      const { lost, doubled, differing, acknowledged } = await answerTogether(bot, 'tilbud', firstStep, round);
      expect({ lost, doubled, differing }).toEqual({ lost: [], doubled: [], differing: [] });
      expect(acknowledged).toBeGreaterThan(0);
    }
  } finally {
    await bot.close();
  }
});

test('an update that the connector first refuses does not bring the card back to an older state', async () => {
  const bot = await startChecklistBot();
  const { teams } = bot;
  try {
    const [berit, anders] = ['caseworker-1', 'caseworker-2'].map((key) => teams.meeting(teams.person(key)));
    if (berit === undefined || anders === undefined) throw new Error('nobody is there');
    const { replies } = await berit.say('tilbud 24/77');
    const message = replies[0]?.id ?? '';
    await berit.press(message, 'checklists/share');
    await bot.quiet();
    await Promise.all([berit.refresh(message), anders.refresh(message)]);
    const views = [berit, anders].map((chat) => chat.cardOf(message));
    teams.faults.next({ status: 502 }, { method: 'PUT' });
    const run = JSON.stringify(views[0]).match(/"run":"([^"]+)"/u)?.[1] ?? '';
    const answer = (chat: typeof berit, id: string, value: string) =>
      chat.pressAction(message, {
        ...{ type: 'Action.Execute', title: '', verb: 'checklists/answer' },
        data: { run, seen: { [id]: 0 }, [`q_${id}`]: value },
      });
    await answer(berit, 't_lovpligtigt', 'ja');
    await answer(anders, 't_egen_kompetence', 'nej');
    await bot.quiet();
    const base = JSON.stringify(teams.messages.find(message)?.card);
    expect(base).toContain('Ja (Berit Holm)');
    expect(base).toContain('Nej (Anders Juul)');
  } finally {
    await bot.close();
  }
});
