import { collapse } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import { writtenDates } from '../words/dates.ts';
import { action, isFrame, markLength } from './clauses.ts';

const longestLead = 260;

/** Whether a paragraph begins by saying that somebody "indstiller, at …". */
export function proposes(text: string, reading: Reading): boolean {
  const start = collapse(text.slice(0, longestLead));
  const verb = reading.patterns.recommend.exec(start);
  const word = reading.patterns.vocabulary.clauseWord;
  return isVerbInPlace(verb, start) && new RegExp(`(?:,?\\s+${word}(?![\\p{L}])|[,:]$)`, 'iu').test(start.slice(verb.index));
}

/** Whether a line without a heading of its own leads to listed clauses: "Forvaltningen indstiller," over "1. at …". */
export function leadsToClauses(reading: Reading, index: number): boolean {
  const { text } = reading.lines[index] ?? { text: '' };
  const below = reading.lines[index + 1];
  if (below === undefined || text.length > longestLead) return false;
  const verb = reading.patterns.recommend.exec(text);
  if (!proposes(text, reading) && !(isVerbInPlace(verb, text) && saysAt(below.text, reading))) return false;
  const after = text.slice((verb?.index ?? 0) + (verb?.[0].length ?? 0));
  return isFrame(withoutDay(after, reading), reading) && startsClause(below.text, reading);
}

/** "(19. august 2026, pkt. 4)", "den 5. marts 2026": when it was proposed stands beside the verb. */
function withoutDay(text: string, { patterns }: Reading): string {
  const plain = text.replace(/\([^()]*\)/g, ' ');
  const days = writtenDates(plain, patterns).toReversed();
  return days.reduce((rest, { from, to }) => `${rest.slice(0, from)} ${rest.slice(to)}`, plain);
}

/** Somebody is named before the verb. */
function isVerbInPlace(verb: RegExpExecArray | null, text: string): verb is RegExpExecArray {
  return verb !== null && verb.index > 3 && verb.index < 120 && /^\p{Lu}/u.test(text);
}

function saysAt(text: string, reading: Reading): boolean {
  return text.slice(markLength(text, reading)).startsWith(`${reading.patterns.vocabulary.clauseWord} `);
}

function startsClause(text: string, reading: Reading): boolean {
  const word = reading.patterns.vocabulary.clauseWord;
  return markLength(text, reading) > 0 || text.startsWith(`${word} `) || action.test(text);
}

/** Whether words begin as decisions do: "Godkendt", "Anbefales". */
export function saysDecided(text: string, reading: Reading): boolean {
  const start = text.slice(0, longestLead).toLowerCase();
  return reading.patterns.vocabulary.decisionPhrases.some(
    (phrase) => start.startsWith(phrase) && !/^\p{L}/u.test(start.slice(phrase.length)),
  );
}
