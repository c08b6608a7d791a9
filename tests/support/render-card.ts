import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { withDrawnCharts } from '../../src/tryout/server/drawn-charts.ts';

const require = createRequire(import.meta.url);
const pageFolder = fileURLToPath(new URL('../../src/tryout/page/', import.meta.url));
const origin = 'http://cards.invalid';
const html = `<!doctype html><html lang="da"><head><title>Kort</title><link rel="stylesheet" href="/cards.css">
<style>body { background: var(--page); margin: 0 } main { padding: 8px; width: fit-content }</style>
<script src="/adaptivecards.min.js"></script></head><body><main><h1 hidden>Kort</h1><div id="card"></div></main></body></html>`;

export interface Look {
  readonly theme: 'light' | 'dark';
  readonly width: number;
}

/** One of a picture's faults by axe: its rule and the element. */
export interface Drawn {
  readonly png: Buffer;
  readonly faults: readonly string[];
}

/** A page that draws cards with the try-out's own renderer, without a server. */
export async function openCardPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 800, height: 900 }, deviceScaleFactor: 1 });
  await page.route(`${origin}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') return route.fulfill({ contentType: 'text/html', body: html });
    const file =
      path === '/adaptivecards.min.js' ? require.resolve('adaptivecards/dist/adaptivecards.min.js') : join(pageFolder, path);
    return route.fulfill({ path: file });
  });
  await page.goto(`${origin}/`);
  await page.addScriptTag({ content: readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8') });
  return page;
}

/** Draws a card as Teams would, and lets axe look at it. */
export async function drawCard(page: Page, card: object, look: Look): Promise<Drawn> {
  const script = `(async () => {
    const { drawCard } = await import('/card-view.js');
    document.documentElement.dataset.theme = ${JSON.stringify(look.theme)};
    const frame = document.getElementById('card');
    frame.style.width = '${look.width}px';
    frame.replaceChildren(await drawCard(${JSON.stringify(withDrawnCharts(card))}, ${JSON.stringify(look.theme)}, () => {}));
    const { violations } = await axe.run('main', { rules: { 'page-has-heading-one': { enabled: false } } });
    const wide = [...frame.querySelectorAll('*')].find((part) => part.getBoundingClientRect().right > frame.getBoundingClientRect().right + 1);
    return [...violations.map((fault) => fault.id + ': ' + fault.nodes.map((node) => node.html.slice(0, 120)).join(' | ')),
      ...(wide ? ['wider than the card: ' + wide.outerHTML.slice(0, 160)] : [])];
  })()`;
  const faults = (await page.evaluate(script)) as readonly string[];
  return { png: await page.locator('main').screenshot(), faults };
}
