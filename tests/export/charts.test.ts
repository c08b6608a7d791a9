import { expect, test } from 'vitest';
import { chartPng } from '../../src/export/chart-png.ts';
import { chartSvg } from '../../src/export/chart-svg.ts';

const bars = {
  type: 'Chart.HorizontalBar',
  title: 'Mio. kr.',
  data: [
    { x: 'Ung & <ny>', y: 20, color: 'categoricalBlue' },
    { x: 'Øvrige', y: 10 },
  ],
};

test('a chart writes out every label and value, and takes text as text', () => {
  const svg = chartSvg(bars);
  expect(svg).toContain('Ung &amp; &lt;ny&gt;');
  expect(svg).toContain('>20<');
  expect(svg).toContain('Øvrige');
});

test('a bar is as long as its number: half the number is half the length', () => {
  const lengths = [...chartSvg(bars).matchAll(/<rect x="14" y="[\d.]+" width="([\d.]+)"/gu)].map((match) => Number(match[1]));
  expect(lengths[0]).toBeCloseTo(2 * (lengths[1] ?? 0), 0);
});

test('a chart is exported as a PNG whose letters come with the product', () => {
  const png = Buffer.from(
    chartPng({
      type: 'Chart.Gauge',
      title: 'Ramme',
      value: 3,
      segments: [
        { legend: 'Budget', size: 2 },
        { legend: 'Over', size: 1 },
      ],
    }),
  );
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1280);
  const without = Buffer.from(
    chartPng({
      type: 'Chart.Gauge',
      title: '',
      value: 3,
      segments: [
        { legend: 'Budget', size: 2 },
        { legend: 'Over', size: 1 },
      ],
    }),
  );
  expect(png.length).toBeGreaterThan(without.length);
});
