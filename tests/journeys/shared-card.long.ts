import { expect, test } from 'vitest';
import { startChecklistBot } from '../support/checklist-bot.ts';
import { answerTogether, firstStep } from '../support/shared-card.ts';
import { engines } from '../support/stores.ts';

test.each(
  engines,
)('eight people answer one card at once, two hundred times: nothing is lost, doubled or stale (%s)', async (engine) => {
  const bot = await startChecklistBot(engine);
  const all = { lost: [] as string[], doubled: [] as string[], differing: [] as string[], acknowledged: 0, asked: 0 };
  try {
    for (let round = 0; round < 200; round += 1) {
      const { lost, doubled, differing, acknowledged, asked } = await answerTogether(bot, 'tilbud', firstStep, round);
      all.lost.push(...lost);
      all.doubled.push(...doubled);
      all.differing.push(...differing);
      all.acknowledged += acknowledged;
      all.asked += asked;
    }
  } finally {
    await bot.close();
  }
  console.info(`${engine}: ${all.acknowledged} acknowledged, ${all.asked} asked whether to change`);
  expect(all).toMatchObject({ lost: [], doubled: [], differing: [] });
});
