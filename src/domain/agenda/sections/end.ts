import type { Line } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import type { Patterns } from '../words/patterns.ts';
import { oneName } from './names.ts';

/** "Engby Kommune, Torvet 1, 9999 Engby \u2013 Tlf. 9999 9999" */
const postalAddress =
  /^\p{Lu}\S+ [^\s,]+\s?[,\u00b7\u2022|].{3,80}\s\d{4} \p{Lu}\p{L}+(?:\s?[,\u00b7\u2022|\u2013-]\s.{4,60})?$/u;

/** The town in the sender's address. */
const postalTown = /(?:^|,\s)\d{4} \p{Lu}\p{L}+/u;

const column = /\s*\t\s*|\s{3,}/;
const fewestSigners = 3;
const mostSigners = 30;

/** "Underskriftsblad", "Mødet hævet kl. 19": what follows is no item's. */
export function endsText({ text }: Line, { vocabulary }: Patterns): boolean {
  const start = text.slice(0, 60).toLowerCase();
  return /^\p{Lu}/u.test(text) && vocabulary.endings.some((ending) => start.startsWith(ending));
}

/** Whether the item ends before a line: the text's end, the sender's address, the members' signatures; none where a proposal or a decision still follows. */
export function isEnd(reading: Reading, index: number, to: number): boolean {
  return (ends(reading, index) || isSigned(reading, index, to)) && !isGoingOn(reading, index + 1, to);
}

/** The members sign under the last item, in columns or one under the other: nothing but names to the end. */
function isSigned(reading: Reading, index: number, to: number): boolean {
  const [line, rest] = [reading.lines[index], to - index];
  if (line === undefined || line.gap === 0 || rest > mostSigners || to < reading.lines.length || !isSigners(line.text))
    return false;
  // "Valgt blev:" leads to names that are the decision.
  if (reading.lines[index - 1]?.text.endsWith(':')) return false;
  const below = reading.lines.slice(index, to);
  const end = below.findIndex((one) => endsText(one, reading.patterns));
  const signers = below.slice(0, end === -1 ? below.length : end);
  const columns = signers.flatMap(({ text }) => text.split(column));
  return columns.length >= fewestSigners && signers.every(({ text }) => isSigners(text));
}

function isSigners(text: string): boolean {
  return text.length < 200 && text.split(column).every((one) => oneName.test(one));
}

function ends(reading: Reading, index: number): boolean {
  const line = reading.lines[index];
  if (line === undefined || endsText(line, reading.patterns)) return line !== undefined;
  const { text } = line;
  const start = text.slice(0, 60).toLowerCase();
  const { municipalityWord, contactWords } = reading.patterns.vocabulary;
  if (postalAddress.test(text) && start.split(/[\s,]/)[1] === municipalityWord) return true;
  const isSender = start.endsWith(` ${municipalityWord}`) && start.split(' ').length === 2;
  if (!isSender && !contactWords.includes(start.replace(/:$/, ''))) return false;
  return reading.lines.slice(index + 1, index + 4).some((line) => postalTown.test(line.text));
}

/** What looks like the end of the text is none where a proposal or a decision still follows. */
function isGoingOn(reading: Reading, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const kind = reading.labels[index]?.kind;
    if (kind === 'recommendation' || kind === 'decision' || kind === 'recommendationAndDecision') return true;
  }
  return false;
}
