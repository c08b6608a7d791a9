// Draws the app's icons for Teams from their SVG: color.png (192 x 192) and outline.png (32 x 32, white on transparent).
import { readFileSync } from 'node:fs';
import { startBrowser } from '../tests/support/browser.ts';

const icons = [
  { svg: 'manifest/icon.svg', png: 'manifest/color.png', size: 192 },
  { svg: 'manifest/icon-outline.svg', png: 'manifest/outline.png', size: 32 },
];
const browser = await startBrowser();
for (const { svg, png, size } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${readFileSync(svg, 'utf8')}`);
  await page.screenshot({ path: png, omitBackground: true });
}
await browser.close();
