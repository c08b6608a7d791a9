import { randomUUID } from 'node:crypto';
import { isTryout } from '../config/config.ts';
import { readTable } from '../content/read-table.ts';
import { readBudgetReviewWords } from '../content/words/read-budget-review-words.ts';
import { deviationsOf } from '../domain/budget/follow-up/spending.ts';
import { plainText } from '../domain/money/decimal.ts';
import { hasPersonalNumber } from '../domain/privacy/personal-number.ts';
import { csvOf } from '../export/csv.ts';
import { xlsxOf } from '../export/xlsx.ts';
import { readOrMakeKey } from '../store/core/sealer.ts';
import { createSigner } from '../store/core/signer.ts';
import { budgetReviewStore } from '../store/figures/budget-review-store.ts';
import { budgetFeature } from '../teams/figures/budget-feature.ts';
import { reviewOfLink } from '../teams/figures/review-links.ts';
import { fileFetcher } from '../teams/sending/fetch-file.ts';
import type { Parts } from './parts.ts';

const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The budget follow-up with its store and content, and the files behind its links. */
export function createFigures({
  config,
  log,
  store,
  clock,
  texts,
  audit,
}: Pick<Parts, 'config' | 'log' | 'store' | 'clock' | 'texts' | 'audit'>) {
  const signer = createSigner(readOrMakeKey(config.DATA_DIR, config.ENCRYPTION_KEY));
  const reviews = budgetReviewStore(store.db);
  const feature = budgetFeature({
    ...{ texts, clock, readTable, signer, makeId: randomUUID, words: readBudgetReviewWords() },
    desk: { store: reviews, audit, hasPersonalNumber },
    fetchFile: fileFetcher(isTryout(config), log),
    publicUrl: (config.PUBLIC_URL ?? `http://127.0.0.1:${config.PORT}`).replace(/\/$/, ''),
  });
  const download = async (name: string, token: string) => {
    const link = name === 'budget.csv' || name === 'budget.xlsx' ? reviewOfLink(token, clock.today(), signer) : null;
    const review = link === null ? null : await reviews.find(link.tenantId, link.id);
    if (review?.state !== 'kept') return null;
    const columns = ['unit', 'frame', 'spent', 'forecast', 'deviation'].map((key) => texts.da(`figures.review-column-${key}`));
    const { units, total } = deviationsOf(review);
    const rows = [...units, { ...total, unit: texts.da('figures.review-total') }].map(
      ({ unit, frameOre, spentOre, forecastOre, deviationOre }) => ({
        unit,
        amounts: [frameOre, spentOre, forecastOre, deviationOre],
      }),
    );
    const headers = { 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' };
    if (name === 'budget.xlsx') {
      const cells = rows.map(({ unit, amounts }) => [unit, ...amounts.map((ore) => Number(ore) / 100)]);
      const title = texts.da('figures.review-sheet', { year: review.year, month: review.throughMonth });
      return { status: 200, body: Buffer.from(await xlsxOf(title, columns, cells)), contentType: excelType, headers };
    }
    const written = rows.map(({ unit, amounts }) => [
      unit,
      ...amounts.map((ore) => plainText({ minor: ore, scale: 2 }).replace('.', ',')),
    ]);
    return { status: 200, body: csvOf(columns, written), contentType: 'text/csv; charset=utf-8', headers };
  };
  return { feature, download };
}
