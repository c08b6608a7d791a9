import type { Span } from '../source/source.ts';

/** A text with every digit, dash, dot, slash and space in its plain form, and the way back to the characters as typed. */
export interface PlainText {
  readonly text: string;
  /** The stretch of the typed text that a stretch of the plain text came from. */
  readonly typed: (span: Span) => Span;
}

// Beyond ASCII only these change; letters stay as they are.
const invisible = /[\p{Cf}\p{Mn}\p{Me}]/u;
const digit = /\p{Nd}/u;
const dash = /[\p{Pd}\u2212\u2043\u02d7\u2796\u00af]/u;
const space = /\p{Zs}/u;
const dot = /[\u00b7\u2022\u2024\u3002\uff0e\u2027\u22c5]/u;
const slash = /[\u2044\u2215\uff0f\u29f8]/u;

/** The text as a person means it: fullwidth, Arabic and raised digits as 0-9, every dash as `-`, nothing invisible. */
export function plainText(typed: string): PlainText {
  if (/^[\t\n\r -~]*$/.test(typed)) return { text: typed, typed: (span) => span };
  const starts: number[] = [];
  let text = '';
  let at = 0;
  for (const character of typed) {
    const plain = plainCharacter(character);
    for (let index = 0; index < plain.length; index++) starts.push(at);
    text += plain;
    at += character.length;
  }
  return { text, typed: ({ start, end }) => typedSpan(typed, starts, start, end) };
}

function typedSpan(typed: string, starts: readonly number[], start: number, end: number): Span {
  const last = starts[end - 1] ?? typed.length - 1;
  return { start: starts[start] ?? 0, end: last + ((typed.codePointAt(last) ?? 0) > 0xffff ? 2 : 1) };
}

function plainCharacter(character: string): string {
  if (character <= '~') return character;
  if (invisible.test(character)) return '';
  if (space.test(character)) return ' ';
  if (dash.test(character)) return '-';
  if (dot.test(character)) return '.';
  if (slash.test(character)) return '/';
  const folded = character.normalize('NFKC');
  if (/^[0-9]$/.test(folded)) return folded;
  return digit.test(character) ? digitOf(character) : character;
}

/** Unicode lays the digits of every script in a row of ten. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && digit.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}
