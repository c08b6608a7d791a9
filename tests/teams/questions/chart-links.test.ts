import { expect, test } from 'vitest';
import { createSigner } from '../../../src/store/core/signer.ts';
import { chartLink, chartOfLink } from '../../../src/teams/questions/chart-links.ts';

const signer = createSigner('ab'.repeat(32));
const chart = { type: 'Chart.HorizontalBar', title: 'Mio. kr.', data: [{ x: 'Unge', y: 1.5, color: 'good' }] };
const tokenOf = (link: string | null) => link?.split('/').at(-1) ?? '';

test('a link carries its chart, and a changed one shows nothing', () => {
  const link = chartLink({ ...chart, fallback: 'drop' }, signer, 'https://bot.example.dk');
  expect(link).toMatch(/^https:\/\/bot\.example\.dk\/download\/chart\.png\//u);
  expect(chartOfLink(tokenOf(link), signer)).toEqual(chart);
  expect(chartOfLink(`x${tokenOf(link)}`, signer)).toBeNull();
  expect(chartOfLink(tokenOf(link), createSigner('cd'.repeat(32)))).toBeNull();
});

test('a chart that is too large for an address has no link', () => {
  const data = Array.from({ length: 100 }, (_, index) => ({ x: `Linje ${index}`, y: index }));
  expect(chartLink({ ...chart, data }, signer, 'https://bot.example.dk')).toBeNull();
  expect(chartLink({ type: 'TextBlock' }, signer, 'https://bot.example.dk')).toBeNull();
});
