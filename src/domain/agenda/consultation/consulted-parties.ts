import { collapse, type Line } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import type { Section } from '../sections/sections.ts';
import { oneOf } from '../words/patterns.ts';

const longestLead = 260;
const bullet = /^(?:[-\u2022\u00b7\u2013*]\s+|\d{1,2}[.)]\s+)/;
const severalPeople = /^\p{Ll}{3,}(?:erne|rne|iet)$/u;

/** "… i høring hos A, B og C", "Høringsparter er A og B", "A er hørt": whom a sentence says to be asked. */
export function partiesIn(text: string, reading: Reading): readonly string[] {
  const { word, heard, partyWords, partyEnds, partyLeads } = reading.patterns.vocabulary.hearing;
  const asked = `(?:${oneOf([word, ...heard])})\\s+(?:${oneOf(partyWords)})\\s+`;
  const found = new RegExp(`(?:${asked}|(?<![\\p{L}])(?:${oneOf(partyLeads)})(?:\\s+|:\\s*))(.{2,300})`, 'iu').exec(text);
  const stop = new RegExp(`\\s(?:${oneOf(partyEnds)})\\s`, 'iu');
  const named = partiesOf((found?.[1] ?? '').split(stop)[0] ?? '', reading);
  return named.length > 0 ? named : heardIn(text, reading);
}

/** "Ældrerådet er hørt i sagen.", "… har bedt LBR om en udtalelse": who was asked, without the word for it. */
function heardIn(text: string, reading: Reading): readonly string[] {
  const { askedWords, askedFor } = reading.patterns.vocabulary.hearing;
  const asked = new RegExp(
    `(?<![\\p{L}])(?:${oneOf(askedWords)})\\s+(.{2,160}?)\\s+(?:${oneOf(askedFor)})(?![\\p{L}])`,
    'u',
  ).exec(text)?.[1];
  if (asked !== undefined) return partiesOf(asked, reading);
  const subject = new RegExp(
    `^(\\p{Lu}.{2,160}?)\\s+(?:${oneOf(reading.patterns.vocabulary.hearing.heard)})(?![\\p{L}])`,
    'u',
  ).exec(text)?.[1];
  const parties = subject === undefined ? [] : partiesOf(subject, reading);
  return parties.every((party) => isCouncil(party, reading)) ? parties : [];
}

/** The lines of the section "Høringsparter". */
export function listedParties(sections: readonly Section[], reading: Reading): readonly string[] {
  const { partyLabels } = reading.patterns.vocabulary.hearing;
  return sections
    .filter(({ words }) => partyLabels.includes(words))
    .flatMap(({ lines }) => lines.flatMap(({ text }) => partiesOf(text.replace(/^[-\u2022\u00b7\u2013*]\s+/, ''), reading)));
}

/** The bullets under a line such as "Planen sendes i h\u00f8ring hos:", one party each. */
export function partiesBelow(lines: readonly Line[], reading: Reading): readonly string[] {
  const { joiners, hearing } = reading.patterns.vocabulary;
  const { word, partyWords } = hearing;
  const more = new RegExp(`(?:[.,;]|,?\\s(?:${oneOf(joiners)}))$`, 'u');
  const leads = new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}]).*\\s(?:${oneOf(partyWords)}):$`, 'iu');
  const from = lines.findIndex(({ text }) => text.length < longestLead && leads.test(text));
  if (from === -1) return [];
  const below = lines.slice(from + 1);
  const end = below.findIndex(({ text }) => !bullet.test(text));
  return below.slice(0, end === -1 ? below.length : end).map(({ text }) => collapse(text.replace(bullet, '')).replace(more, ''));
}

function partiesOf(list: string, reading: Reading): readonly string[] {
  const { joiners, hearing } = reading.patterns.vocabulary;
  return list
    .split(new RegExp(`,\\s*|\\s+(?:${oneOf(joiners)})\\s+`, 'iu'))
    .map((part) =>
      part
        .replace(/[.;:]+$/, '')
        .replace(/^(?:i|hos|ved)\s+/i, '')
        .trim(),
    )
    .filter(
      (part) =>
        part.length > 1 &&
        part.length < 80 &&
        (/\p{Lu}/u.test(part) || severalPeople.test(part) || isCouncil(part, reading)) &&
        !hearing.notParties.some((no) => part.toLowerCase().startsWith(`${no} `)) &&
        !/\d/.test(part),
    );
}

/** "det lokale erhvervsforum", "forældrerådet" */
function isCouncil(part: string, { patterns }: Reading): boolean {
  const lower = part.toLowerCase();
  return patterns.vocabulary.hearing.partyNouns.some((noun) => lower.endsWith(noun));
}
