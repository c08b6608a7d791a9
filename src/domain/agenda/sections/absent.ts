import { isOwn, type Meeting } from './decisions.ts';
import type { Absence, Section } from './sections.ts';

/** Those who were absent at an item of this meeting; at another committee's treatment it is told as history. */
export function absentOf(sections: readonly Section[], meeting: Meeting): readonly string[] {
  const last = sections.findLastIndex(({ kind }) => kind === 'decision');
  const isHere = (section: Section, absence: Absence, at: number): boolean => {
    const heading = absence.heading ?? section.heading;
    return heading === null ? !section.isHistory : isOwn(heading, meeting, at >= last);
  };
  const names = sections.flatMap((section, at) =>
    section.absences.flatMap((absence) => (isHere(section, absence, at) ? absence.names : [])),
  );
  return [...new Set(names)];
}
