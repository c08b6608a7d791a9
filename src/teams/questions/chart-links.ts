import { z } from 'zod';
import type { Signer } from '../../app/deadlines/feed-links.ts';
import type { Card } from '../../cards/card.ts';

/** The name of a chart's picture among the downloads. */
export const pictureName = 'chart.png';
/** Longer addresses are cut by some clients. */
const longestToken = 1_800;

const words = z.string().optional();
const number = z.number().optional();
const part = z.object({ x: words, legend: words, y: number, value: number, size: number, color: words });
const chart = z.object({
  type: z.enum(['Chart.HorizontalBar', 'Chart.Donut', 'Chart.Gauge']),
  title: words,
  data: z.array(part).optional(),
  segments: z.array(part).optional(),
  value: number,
});
/** A chart as a link carries it. */
export type LinkedChart = z.infer<typeof chart>;

/** The address of a chart's picture: it carries the chart, signed, so that the server draws nothing but its own. Null where it grows too long. */
export function chartLink(card: Card, signer: Signer, publicUrl: string): string | null {
  const read = chart.safeParse(card);
  if (!read.success) return null;
  const body = Buffer.from(JSON.stringify(read.data)).toString('base64url');
  const token = `${body}.${signer.sign(`chart|${body}`)}`;
  return token.length > longestToken ? null : `${publicUrl}/download/${pictureName}/${token}`;
}

/** The chart of a link; null where the link is none of ours. */
export function chartOfLink(token: string, signer: Signer): LinkedChart | null {
  const [body = '', signature = ''] = token.split('.');
  if (!signer.isSigned(`chart|${body}`, signature)) return null;
  return chart.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
}
