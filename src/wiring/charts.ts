import type { Config } from '../config/config.ts';
import { chartPng } from '../export/chart-png.ts';
import { readOrMakeKey } from '../store/core/sealer.ts';
import { createSigner } from '../store/core/signer.ts';
import { chartLink, chartOfLink, pictureName } from '../teams/questions/chart-links.ts';
import type { QuestionContext } from '../teams/questions/context.ts';

/** The charts' links, and the pictures behind them. */
export function createCharts(config: Config) {
  const signer = createSigner(readOrMakeKey(config.DATA_DIR, config.ENCRYPTION_KEY));
  const publicUrl = (config.PUBLIC_URL ?? `http://127.0.0.1:${config.PORT}`).replace(/\/$/, '');
  const linkOf: QuestionContext['chartLink'] = (chart) => chartLink(chart, signer, publicUrl);
  const download = async (name: string, token: string) => {
    const chart = name === pictureName ? chartOfLink(token, signer) : null;
    if (chart === null) return null;
    const headers = { 'cache-control': 'private, max-age=86400' };
    return { status: 200, body: Buffer.from(chartPng(chart)), contentType: 'image/png', headers };
  };
  return { linkOf, download };
}
