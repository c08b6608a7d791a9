import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Decision } from '../agenda.ts';
import type { DecisionHeading } from '../layout/decision-heading.ts';
import { joined, type Line } from '../layout/lines.ts';
import type { Reading } from '../layout/reading.ts';
import { isSameBody } from '../words/bodies.ts';
import { proposalLength } from './recommendation.ts';
import type { Section } from './sections.ts';

/** The meeting whose minutes are read, as far as the text states it. */
export interface Meeting {
  readonly body: string | null;
  readonly date: PlainDate | null;
}

/** What was decided on an item: earlier committees' decisions, and this meeting's. @da beslutning */
export function decisionsOf(sections: readonly Section[], meeting: Meeting, reading: Reading): readonly Decision[] {
  const found = sections.flatMap((section) => {
    const lines = decided(section, reading);
    // One dash stands before a decision; several are its list.
    const whole = joined(lines, reading.source);
    const text = lines.filter((line) => /^[-\u2013]\s/.test(line.text)).length > 1 ? whole : whole.replace(/^[-\u2013]\s+/, '');
    return /\p{L}/u.test(text) ? [{ section, lines, text }] : [];
  });
  return found.map(({ section, lines, text }, index) => {
    const { heading } = section;
    const own = isOwn(heading, meeting, index === found.length - 1);
    return {
      text,
      // As the head of the text has it, however the heading declines it.
      body: own && meeting.body !== null ? meeting.body : (heading?.body ?? null),
      date: heading?.date ?? (own ? meeting.date : null),
      itemNumber: heading?.itemNumber ?? null,
      ownMeeting: own,
      line: lines[0]?.number ?? section.line,
      dissent: sentencesWith(text, reading.patterns.vocabulary.dissent),
      voting: sentencesWith(text, reading.patterns.vocabulary.voting),
    };
  });
}

function decided(section: Section, reading: Reading): readonly Line[] {
  if (section.kind === 'decision') return section.lines;
  return section.kind === 'recommendationAndDecision' ? section.lines.slice(proposalLength(section.lines, reading)) : [];
}

/** Whether what stands under a heading is of the meeting that is read. */
export function isOwn(heading: DecisionHeading | null, meeting: Meeting, isLast: boolean): boolean {
  if (heading === null || heading.body === null)
    return heading?.date == null || meeting.date === null || heading.date === meeting.date;
  if (meeting.body === null) return isLast;
  if (!isSameBody(heading.body, meeting.body)) return false;
  return heading.date === null || meeting.date === null ? isLast : heading.date === meeting.date;
}

function sentencesWith(text: string, words: readonly string[]): readonly string[] {
  return text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).filter((sentence) => words.some((word) => sentence.toLowerCase().includes(word)));
}
