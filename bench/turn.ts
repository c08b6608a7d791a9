// A full answered question (read, deduplicated, answered with its card, sent, audited in batches) against the stock echo bot on
// restify. Both run as processes of their own, without authentication, in slices that alternate within one run: only the ratios say
// something. `npm run build` first; then `npx tsx bench/turn.ts [seconds a slice] [rounds]`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFigures } from '../src/content/read-figures.ts';
import { botId, tryoutPeople, tryoutTenant } from '../src/tryout/people/people.ts';
import { freePort, startContestant } from './turn-contestant.ts';
import { compare, startSink, type Variant } from './turn-slices.ts';

const chats = 199;
const questions = [
  'Hvor meget fik Uddannelseshuset i 2016?',
  'Hvor stor en del af fordelingen i 2016 fik Uddannelseshuset i Aalborg?',
  'Hvor meget blev der afsat til mentor i Aalborg i 2016?',
  'Hvad siger princip 4 i Aalborg?',
  'Hvornår gælder beskæftigelsesstrategien i Horsens?',
];

/** More questions than answers are kept of, each about another figure or worded otherwise: every one is worked out anew. */
const openings = ['Hvor meget var', 'Hvad var', 'Hvor stort var', 'Hvor mange penge var', 'Hvad er', 'Hvor meget udgjorde'];
const newQuestions = readFigures().flatMap(({ label, municipality, period }) =>
  openings.map((opening) => `${opening} ${label} i ${municipality} ${period ?? ''}?`),
);

const variants: readonly Variant[] = [
  {
    name: 'a question that others asked before',
    activity: messageWith((number) => questions[number % questions.length] ?? ''),
    isSent: true,
  },
  {
    name: 'a question that nobody asked before',
    activity: messageWith((number) => newQuestions[number % newQuestions.length] ?? ''),
    isSent: true,
  },
];

function messageWith(textOf: (number: number) => string): Variant['activity'] {
  return (number, serviceUrl) => ({ ...frame(number, serviceUrl), type: 'message', text: textOf(number) });
}

function frame(number: number, serviceUrl: string): object {
  const chat = number % chats;
  return {
    id: `bench-${number}`,
    timestamp: new Date().toISOString(),
    locale: 'da-DK',
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:bench-${chat}`, name: 'Bench', aadObjectId: tryoutPeople[0]?.objectId },
    recipient: { id: botId, name: 'Rettesnor' },
    conversation: { id: `a:bench-${chat}`, conversationType: 'personal', tenantId: tryoutTenant },
    channelData: { tenant: { id: tryoutTenant } },
  };
}

const folder = mkdtempSync(join(tmpdir(), 'rettesnor-bench-'));
const sink = await startSink();
const tryout = { TRYOUT_PORT: String(await freePort()), DATA_DIR: folder, LOG_LEVEL: 'error' };
const echo = await startContestant('the echo', join(import.meta.dirname, 'turn-echo.ts'), {}, ['tsx']);
const rettesnor = await startContestant('Rettesnor', join(import.meta.dirname, '..', 'dist', 'main.js'), tryout);
try {
  for (const variant of variants) await compare(variant, echo, rettesnor, sink);
} finally {
  await Promise.all([echo.stop(), rettesnor.stop()]);
  sink.server.close();
  rmSync(folder, { recursive: true, force: true });
}
