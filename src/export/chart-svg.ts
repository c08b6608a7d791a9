/** A chart element of a card, as far as it is drawn: bars, a ring, or a gauge. */
export interface ChartElement {
  readonly type: string;
  readonly title?: string | undefined;
  readonly data?: readonly ChartPart[] | undefined;
  readonly segments?: readonly ChartPart[] | undefined;
  readonly value?: number | undefined;
}

/** A bar (`x`, `y`), a part of a ring (`legend`, `value`) or a segment of a gauge (`legend`, `size`). */
export interface ChartPart {
  readonly x?: string | undefined;
  readonly legend?: string | undefined;
  readonly y?: number | undefined;
  readonly value?: number | undefined;
  readonly size?: number | undefined;
  readonly color?: string | undefined;
}

/** Teams' names for colours, as it draws them on a light ground. */
const colours: Readonly<Record<string, string>> = {
  categoricalBlue: '#637cef',
  categoricalLightBlue: '#c5d1ff',
  attention: '#bc4b09',
  good: '#107c10',
};
const width = 400;
const margin = 14;
const rowHeight = 44;
const longTitle = 40;
const numbers = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 3 });

interface Drawing {
  readonly height: number;
  readonly shapes: readonly string[];
}

/** Draws a chart as a picture of 400 pixels' width on a white ground, with every value written out. */
export function chartSvg(chart: ChartElement): string {
  const { height, shapes } = drawingOf(chart);
  const title = text(margin, 30, chart.title ?? '', { size: (chart.title ?? '').length > longTitle ? 12 : 15, weight: 'bold' });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans, Segoe UI, sans-serif">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    title,
    ...shapes,
    '</svg>',
  ].join('');
}

function drawingOf(chart: ChartElement): Drawing {
  switch (chart.type) {
    case 'Chart.Donut':
      return ring(chart, 360, 1);
    case 'Chart.Gauge':
      return ring(chart, 180, 1.25);
    default:
      return bars(chart);
  }
}

function bars({ data = [] }: ChartElement): Drawing {
  const most = Math.max(...data.map(({ y = 0 }) => y), Number.MIN_VALUE);
  const room = width - 2 * margin - 80;
  const shapes = data.flatMap(({ x = '', y = 0, color }, index) => {
    const top = 60 + index * rowHeight;
    const length = Math.max(2, (room * y) / most);
    return [
      text(margin, top + 12, x, { size: 14 }),
      `<rect x="${margin}" y="${top + 18}" width="${length.toFixed(1)}" height="16" rx="2" fill="${colourOf(color)}"/>`,
      text(margin + length + 8, top + 31, numbers.format(y), { size: 14, weight: 'bold' }),
    ];
  });
  return { height: 60 + data.length * rowHeight + margin / 2, shapes };
}

/** A ring of parts over `degrees`; a gauge's needle is its value, written in the middle. */
function ring(chart: ChartElement, degrees: number, share: number): Drawing {
  const parts =
    chart.type === 'Chart.Gauge'
      ? (chart.segments ?? []).map(({ legend = '', size = 0, color }) => ({ legend, value: size, color }))
      : (chart.data ?? []).map(({ legend = '', value = 0, color }) => ({ legend, value, color }));
  const total = parts.reduce((sum, { value }) => sum + value, 0) || 1;
  const [radius, thickness] = [80, 30];
  const [centreX, centreY] = [width / 2, 60 + radius * share];
  let turned = degrees === 360 ? -90 : 180;
  const arcs = parts.map(({ value, color }) => {
    const angle = (degrees * value) / total;
    const arc = arcPath(centreX, centreY, radius - thickness / 2, turned, Math.min(turned + angle, turned + 359.99));
    turned += angle;
    return `<path d="${arc}" fill="none" stroke="${colourOf(color)}" stroke-width="${thickness}"/>`;
  });
  const middle =
    chart.value === undefined
      ? []
      : [text(centreX, centreY - 4, numbers.format(chart.value), { size: 22, weight: 'bold', anchor: 'middle' })];
  const top = centreY + (degrees === 360 ? radius : 0) + 36;
  const legends = parts.flatMap(({ legend, value, color }, index) => [
    `<rect x="${margin}" y="${top + index * 26 - 12}" width="14" height="14" rx="2" fill="${colourOf(color)}"/>`,
    text(margin + 24, top + index * 26, `${legend}: ${numbers.format(value)}`, { size: 14 }),
  ]);
  return { height: top + parts.length * 26 + 8, shapes: [...arcs, ...middle, ...legends] };
}

function arcPath(x: number, y: number, radius: number, from: number, to: number): string {
  const at = (angle: number) => {
    const radians = (angle * Math.PI) / 180;
    return `${(x + radius * Math.cos(radians)).toFixed(2)} ${(y + radius * Math.sin(radians)).toFixed(2)}`;
  };
  return `M ${at(from)} A ${radius} ${radius} 0 ${to - from > 180 ? 1 : 0} 1 ${at(to)}`;
}

interface TextStyle {
  readonly size: number;
  readonly weight?: 'bold';
  readonly anchor?: 'middle';
}

function text(x: number, y: number, words: string, { size, weight, anchor }: TextStyle): string {
  const style = `${weight === undefined ? '' : ' font-weight="bold"'}${anchor === undefined ? '' : ' text-anchor="middle"'}`;
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" fill="#242424"${style}>${escaped(words)}</text>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function colourOf(name: string | undefined): string {
  return colours[name ?? ''] ?? '#637cef';
}
