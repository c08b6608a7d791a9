import { type Approval, type Minutes, type MinutesItem, missingApprovals } from '../../domain/agenda/meeting/minutes.ts';
import type { SheetSection } from '../layout/sheet.ts';
import { instantText } from '../words/day.ts';
import { type AgendaView, meetingName } from './agenda-view.ts';
import { decisionLines } from './item-sheet.ts';

/** Minutes in words: their title, and sections of lines. The card and every exported file say the same. */
export interface MinutesText {
  readonly title: string;
  readonly lead: string;
  readonly attendance: SheetSection;
  readonly items: readonly SheetSection[];
  readonly approvals: SheetSection;
}

/** Puts minutes into words. An approval given before the latest change is marked as such. */
export function minutesText(minutes: Minutes, approvals: readonly Approval[], changedAt: number, view: AgendaView): MinutesText {
  const { texts } = view;
  return {
    title: texts('agendas.minutes-title', { meeting: meetingName(minutes, view) }),
    lead: [minutes.startTime, minutes.place, texts(`agendas.minutes-${minutes.version}`)]
      .filter((part) => part !== null)
      .join(' · '),
    attendance: { heading: texts('agendas.minutes-attendance'), lines: attendanceLines(minutes, view) },
    items: minutes.items.map((item) => itemSection(item, view)),
    approvals: { heading: texts('agendas.minutes-approvals'), lines: approvalLines(minutes, approvals, changedAt, view) },
  };
}

function attendanceLines({ present, absent }: Minutes, { texts }: AgendaView): readonly string[] {
  return [
    present.length === 0
      ? texts('agendas.minutes-present-unknown')
      : texts('agendas.minutes-present', { names: present.join(', ') }),
    ...(absent.length === 0 ? [] : [texts('agendas.minutes-absent', { names: absent.join(', ') })]),
  ];
}

function itemSection(item: MinutesItem, view: AgendaView): SheetSection {
  const { texts } = view;
  if (item.isWithheld) {
    const heading =
      item.number === null ? texts('agendas.item-closed-unnumbered') : texts('agendas.item-closed', { number: item.number });
    return { heading, lines: [texts('agendas.minutes-closed')] };
  }
  const { number, title, caseNumber, recommendation, decision, annexes } = item;
  const [first = texts('agendas.minutes-no-decision'), ...rest] = decision === null ? [] : decisionLines(decision, view);
  return {
    heading:
      number === null
        ? texts('agendas.item-unnumbered', { title: title ?? '' })
        : title === null
          ? texts('agendas.item-untitled', { number })
          : texts('agendas.item-name', { number, title }),
    lines: [
      ...(caseNumber === null ? [] : [texts('agendas.case', { case: caseNumber })]),
      ...recommendation.map((text, index) => (index === 0 ? texts('agendas.minutes-recommendation', { text }) : text)),
      decision === null ? first : texts('agendas.minutes-decision', { text: first }),
      ...rest,
      ...(annexes.length === 0 ? [] : [texts('agendas.minutes-annexes', { names: annexes.join('; ') })]),
    ],
  };
}

function approvalLines(
  { present }: Minutes,
  approvals: readonly Approval[],
  changedAt: number,
  { texts, language }: AgendaView,
): readonly string[] {
  const given = approvals.map(({ member, kind, at }) => {
    const line = texts(`agendas.minutes-${kind}`, { name: member, at: instantText(at, language) });
    return at < changedAt ? texts('agendas.minutes-before-change', { line }) : line;
  });
  const missing = missingApprovals(present, approvals);
  return [
    ...(given.length === 0 ? [texts('agendas.minutes-no-approvals')] : given),
    ...(missing.length > 0 ? [texts('agendas.minutes-missing', { names: missing.join(', ') })] : []),
    ...(missing.length === 0 && present.length > 0 ? [texts('agendas.minutes-none-missing')] : []),
  ];
}
