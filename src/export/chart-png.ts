import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { type ChartElement, chartSvg } from './chart-svg.ts';

const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`),
);

/** A chart as a PNG of 1,280 pixels' width. The letters come with the product: a server without fonts draws the same. */
export function chartPng(chart: ChartElement): Uint8Array {
  const font = { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: 'DejaVu Sans' };
  return new Resvg(chartSvg(chart), { font, fitTo: { mode: 'width', value: 1280 } }).render().asPng();
}
