import { type ChartElement, chartSvg } from '../../export/chart-svg.ts';

/** Teams draws a card's charts itself; the page, whose renderer knows none, is given each as a picture. */
export function withDrawnCharts<Value>(value: Value): Value {
  return drawn(value) as Value;
}

function drawn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(drawn);
  if (typeof value !== 'object' || value === null) return value;
  if (isChart(value)) {
    const url = `data:image/svg+xml;base64,${Buffer.from(chartSvg(value)).toString('base64')}`;
    return { type: 'Image', url, altText: value.title ?? '', size: 'Stretch' };
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === 'data' ? item : drawn(item)]));
}

function isChart(value: object): value is ChartElement {
  return 'type' in value && typeof value.type === 'string' && value.type.startsWith('Chart.');
}
