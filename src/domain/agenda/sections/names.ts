import { collapse } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import { oneOf } from '../words/patterns.ts';

/** A person's name, with the party's letter. */
export const oneName =
  /^(?:\p{Lu}[\p{L}.'\u2019-]*)(?:\s+(?:\p{Lu}[\p{L}.'\u2019-]*|van|von|de|af|el|al|bin)){1,5}(?:\s*\([^)]{1,40}\))*$/u;
/** A full stop ends a sentence after a verb, brackets or a family name; after "Johs." or "Chr." the name goes on. */
const nextSentence =
  /(?<=(?:^|\s)\p{Ll}\p{L}*\p{Ll}|\p{Lu}[\p{L}.'\u2019-]*\s+(?:(?:van|von|de|af|el|al|bin)\s+)?\p{Lu}[\p{L}-]*[aeiouy\u00e5\u00e6\u00f8][\p{L}-]*\p{Ll}|\))\.\s+(?=\p{Lu})/u;
const initials = /^[\p{Lu}]{2,4}$/u;

/** Names after "Fraværende:", on its line or the lines below, and the line after them. */
export function namesAfter(
  reading: Reading,
  index: number,
  content: number,
  to: number,
): { readonly names: readonly string[]; readonly next: number } {
  const line = reading.lines[index];
  const inline = line === undefined ? '' : collapse(line.text.slice(content));
  if (inline !== '') {
    const first = namesIn(inline, reading);
    const below = reading.lines[index + 1];
    if (below !== undefined && below.gap === 0 && reading.labels[index + 1] === null && goesOn(inline, below.text, reading))
      return { names: namesIn(`${inline} ${collapse(below.text)}`, reading), next: index + 2 };
    return { names: first, next: index + 1 };
  }
  const names: string[] = [];
  let next = index + 1;
  // Names stand as far apart as the first stands from its heading.
  const widest = reading.lines[next]?.gap ?? 0;
  for (; next < to && next < index + 12; next += 1) {
    const below = reading.lines[next];
    if (below === undefined || reading.labels[next] !== null || (names.length > 0 && below.gap > widest)) break;
    if (reading.patterns.vocabulary.none.includes(below.text.toLowerCase())) return { names, next: next + 1 };
    const found = isOnlyNames(below.text, reading) ? namesIn(below.text, reading) : [];
    if (found.length === 0) break;
    names.push(...found);
  }
  return { names, next };
}

/** Names go on below after a comma, or where the page's width broke one in two. */
function goesOn(inline: string, below: string, reading: Reading): boolean {
  if (below.length > 200) return false;
  if (/,$|\s(?:og)$/.test(inline)) return namesIn(below, reading).length > 0;
  return inline.length >= 50 && namesIn(`${inline} ${below}`, reading).length > namesIn(inline, reading).length;
}

/** Those whom a line says to be absent ("Per Olsen var fraværende."); null where the line says something else. */
export function absenceOf(text: string, reading: Reading): readonly string[] | null {
  if (text.length > 260 || isDisqualified(text, reading)) return null;
  const found = reading.patterns.absence.exec(collapse(text).replace(/^[*_]+|[*_]+$/g, ''));
  if (found === null || (found[2] !== undefined && isDecidedFirst(found[2], reading))) return null;
  const names = namesIn(found[1] ?? found[2] ?? '', reading);
  return names.length > 0 ? names : null;
}

/** "Per Olsen deltog ikke i behandlingen på grund af inhabilitet." is no absence, and is a part of what was decided. */
function isDisqualified(text: string, { patterns }: Reading): boolean {
  const lower = text.toLowerCase();
  return patterns.vocabulary.disqualified.some((word) => lower.includes(word));
}

/** "Drøftet. Per Olsen deltog ikke i drøftelsen.": the line says what was decided as well. */
function isDecidedFirst(text: string, { patterns }: Reading): boolean {
  const start = text.toLowerCase();
  return patterns.vocabulary.decisionPhrases.some((phrase) => start.startsWith(`${phrase}. `));
}

/** Names in a list or a sentence; roles and remarks are left out. */
export function namesIn(text: string, reading: Reading): readonly string[] {
  const { absencePrefixes, nameRoles, nameRemarks, substituteWords, joiners, none } = reading.patterns.vocabulary;
  const role = new RegExp(`^(?:${oneOf(nameRoles)})\\s*:?\\s+`, 'iu');
  const inBrackets = new RegExp(`\\s*\\((?:${oneOf([...nameRoles, ...nameRemarks, ...absencePrefixes])})\\)$`, 'iu');
  const splits = new RegExp(`,(?![^(]*\\))|;|\\s+(?:${oneOf(joiners)})\\s+|\\s[-\u2022\u2013]\\s`, 'iu');
  const remark = new RegExp(`^(?:${oneOf([...nameRemarks, ...substituteWords])})(?![\\p{L}])`, 'iu');
  return (collapse(text).split(nextSentence)[0] ?? '')
    .split(splits)
    .map((part) =>
      part
        .trim()
        .replace(role, '')
        .replace(/^[-\u2022\u2013*]\s*/, '')
        .replace(/[.]+$/, '')
        .replace(inBrackets, ''),
    )
    .map((part) => part.replace(new RegExp(`\\s+(?:${oneOf([...nameRemarks, ...substituteWords])})(?![\\p{L}]).*$`, 'iu'), ''))
    .filter((part) => !remark.test(part) && !none.includes(part.toLowerCase()) && (oneName.test(part) || initials.test(part)));
}

/** A line of names; a second sentence may say who came instead. */
function isOnlyNames(text: string, reading: Reading): boolean {
  const { joiners } = reading.patterns.vocabulary;
  const first = text.split(nextSentence)[0] ?? '';
  const isSentence = first !== text || /[.!?]$/.test(text);
  if (text.length > 200) return false;
  const parts = first.split(new RegExp(`,|;|\\s+(?:${oneOf(joiners)})\\s+`, 'iu')).filter((part) => part.trim() !== '');
  const names = namesIn(first, reading);
  return names.length > 0 && names.length >= parts.length * (isSentence ? 1 : 0.5);
}
