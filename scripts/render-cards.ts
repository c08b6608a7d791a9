// Draws cards as Teams would, light and dark, 280 and 480 px wide, and prints what axe finds.
// npm run render-cards [-- NAME… | FILE.json… | triage]: samples by the name of their template, files with a finished card, or every
// card of a triage into docs/pictures/checklists.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expand } from '../src/cards/template.ts';
import { startBrowser } from '../tests/support/browser.ts';
import { triageCards } from '../tests/support/checklist-cards.ts';
import { drawCard, openCardPage } from '../tests/support/render-card.ts';

const wanted = process.argv.slice(2);
const read = (path: string): object => JSON.parse(readFileSync(path, 'utf8'));
const samples = readdirSync('cards')
  .filter((name) => name.endsWith('.sample.json'))
  .map((name) => ({
    name: name.slice(0, -'.sample.json'.length),
    template: name.split('.')[0] ?? name,
    path: join('cards', name),
  }))
  .filter(({ template }) => wanted.length === 0 || wanted.includes(template))
  .map(({ name, template, path }) => ({ name, card: expand(template, read(path)) }));
const files = wanted
  .filter((path) => path.endsWith('.json'))
  .map((path) => ({ name: basename(path, '.json'), card: read(path) }));
const triage = wanted.includes('triage') ? triageCards().map(([name, card]) => ({ name, card })) : [];
const folder = join('docs', 'pictures', triage.length > 0 ? 'checklists' : 'cards');

mkdirSync(folder, { recursive: true });
const browser = await startBrowser();
const page = await openCardPage(browser);
let faultCount = 0;
for (const { name, card } of [...samples, ...files, ...triage]) {
  for (const theme of ['light', 'dark'] as const)
    for (const width of [280, 480]) {
      const { png, faults } = await drawCard(page, card, { theme, width });
      writeFileSync(join(folder, `${name}-${theme}-${width}.png`), png);
      for (const fault of faults) console.log(`${name} ${theme} ${width}: ${fault}`);
      faultCount += faults.length;
    }
}
await browser.close();
console.log(`${samples.length + files.length + triage.length} cards drawn into ${folder}, ${faultCount} faults`);
process.exitCode = faultCount > 0 ? 1 : 0;
