// How long it takes to read 10 MB of minutes, against a plain pass over their lines. Linear: twice the text, twice the time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAgendaVocabulary } from '../src/content/words/read-agenda-vocabulary.ts';
import { agendaReader } from '../src/domain/agenda/read-agenda.ts';

const texts = join(import.meta.dirname, '..', 'tests', 'domain', 'agenda', 'texts');
const [header = '', items = ''] = splitAt(
  readFileSync(join(texts, 'page-footers.txt'), 'utf8'),
  '14. Godkendelse af dagsorden\n\nSagsnr',
);
const statement = 'Mentorstøtte gives i dag i op til\n26 uger.';
const read = agendaReader(readAgendaVocabulary());

/** Minutes of about so many bytes: the same items again and again, numbered on. */
function minutesOf(bytes: number): string {
  const parts = [header];
  let length = header.length;
  for (let number = 14; length < bytes; number += 3) {
    const part = items
      .replace(
        statement,
        `${statement}\n\n${'Støtten følger den unge i praktik og uddannelse, og den aftales for tre måneder ad gangen.\n'.repeat(30)}`,
      )
      .replace(/^(14|15|16)\. /gm, (_whole, at: string) => `${number + Number(at) - 14}. `)
      .replace(/\nMødet[\s\S]*$/, '\n');
    parts.push(part);
    length += Buffer.byteLength(part);
  }
  return parts.join('');
}

function splitAt(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at)];
}

function seconds(work: () => unknown): number {
  const from = performance.now();
  work();
  return (performance.now() - from) / 1000;
}

function plainPass(text: string): number {
  let words = 0;
  for (const line of text.split('\n')) words += line.trim().split(/\s+/).length;
  return words;
}

read(minutesOf(100_000));
let before = 0;
for (const megabytes of [1.25, 2.5, 5, 10]) {
  const text = minutesOf(megabytes * 1_000_000);
  const plain = seconds(() => plainPass(text));
  let found = 0;
  const reading = seconds(() => {
    found = read(text).items.length;
  });
  const growth = before === 0 ? '' : `, ${(reading / before).toFixed(2)} times the half`;
  console.log(
    `${megabytes} MB: ${found} items in ${reading.toFixed(2)} s, ${(reading / plain).toFixed(0)} times a plain pass (${plain.toFixed(3)} s)${growth}`,
  );
  before = reading;
}
