import type { AgendaItem, Consultation, Decision } from '../../domain/agenda/agenda.ts';
import type { FollowedMatter } from '../../domain/agenda/meeting/matters.ts';
import { decisionOf, type ItemDecision, type Matter } from '../../domain/agenda/meeting/record.ts';
import type { Card } from '../card.ts';
import { type SheetSection, sheetCard } from '../layout/sheet.ts';
import { weekdayText } from '../words/day.ts';
import { type AgendaState, type AgendaView, agendaDialogs, carriedText, itemName, leads, meetingName } from './agenda-view.ts';
import { followedText, mattersIn } from './matters-card.ts';

/** An item opened: what is recommended, decided, asked, annexed and due. */
export function itemSheet(
  state: AgendaState,
  index: number,
  followUps: number,
  view: AgendaView,
  notice: string | null = null,
): Card | null {
  const item = state.stored.agenda.items[index];
  if (item === undefined || (item.closed && !view.showsClosed)) return null;
  const { texts } = view;
  const data = { id: state.stored.id, item: index };
  const standing = decisionOf(state.records, index);
  const matters = mattersIn(state, index);
  const waiting = matters.filter(({ closed }) => closed === null).length;
  return sheetCard(
    {
      title: itemName(item, view),
      lead: factsOf(item, view),
      notice: notice ?? (item.truncated ? texts('agendas.sheet-truncated') : null),
      sections: [
        section('standing', standing?.entry.kind === 'decided' ? decisionLines(standing.entry.decision, view) : []),
        section('carried', carriedLines(item, view)),
        recommendation(item),
        section(
          'decisions',
          item.decisions.flatMap((decision) => readLines(decision, view)),
        ),
        section('consultation', [
          ...(item.consultation === null ? [] : consultationLines(item.consultation, view)),
          ...answeredLines(matters, view),
        ]),
        section('chain', linesOf(matters, 'committee-treats', view)),
        section('measures', linesOf(matters, 'measure', view)),
        section(
          'annexes',
          item.annexes.length === 0 && item.emptyAnnexHeading ? [texts('agendas.sheet-no-annexes')] : item.annexes,
        ),
        section('dates', [...new Set(item.dates.map(({ sentence }) => sentence))]),
        section('matter', given(item.matter)),
        section('legal', given(item.legalBasis)),
        section('economy', given(item.economy)),
        section('communication', given(item.communication)),
      ],
      foot: '',
      actions: [
        ...(view.mayKeep ? [{ ...leads(agendaDialogs.decide, texts('agendas.decide'), data), style: 'positive' }] : []),
        ...(followUps === 0 ? [] : [leads(agendaDialogs.followUps, texts('agendas.follow-ups', { count: followUps }), data)]),
        ...(matters.length === 0 && item.consultation === null
          ? []
          : [leads(agendaDialogs.matters, texts('agendas.matters', { count: waiting }), data)]),
        leads(agendaDialogs.history, texts('agendas.history'), data),
      ],
    },
    (count) => texts('agendas.sheet-more', { count }),
  );

  function section(name: string, lines: readonly string[]): SheetSection {
    return { heading: texts(`agendas.sheet-${name}`), lines };
  }
  function recommendation({ recommendation: proposed }: AgendaItem): SheetSection {
    if (proposed === null) return section('recommendation', []);
    const { by, to, lead, clauses } = proposed;
    const who = texts('agendas.sheet-recommendation-by', {
      by: by ?? texts('agendas.by-unknown'),
      to: to.length === 0 ? texts('agendas.to-unknown') : to.join(', '),
    });
    return section(
      'recommendation',
      clauses.length === 0 && lead === null
        ? []
        : [lead === null || clauses.some((clause) => lead.includes(clause.slice(0, 40))) ? who : lead, ...clauses],
    );
  }
}

/** Where an open item comes from, and the words that postponed it. */
function carriedLines(item: AgendaItem, view: AgendaView): readonly string[] {
  const { carriedFrom } = item;
  if (carriedFrom === undefined) return [];
  const where = view.texts('agendas.carried-where', {
    meeting: meetingName(carriedFrom, view),
    what: carriedText(item, view) ?? '',
  });
  return [where, ...(carriedFrom.text === null ? [] : [carriedFrom.text])];
}

/** A recorded decision, line by line. */
export function decisionLines(decision: ItemDecision, { texts, language }: AgendaView): readonly string[] {
  const { text, amendments, votes, dissent, disqualified, absent, reviewOn } = decision;
  return [
    text,
    ...(amendments === null ? [] : [texts('agendas.record-amendments', { text: amendments })]),
    ...(votes === null ? [] : [texts('agendas.record-votes', { ...votes })]),
    ...(dissent === null ? [] : [texts('agendas.dissent', { text: dissent })]),
    ...(disqualified.length === 0 ? [] : [texts('agendas.record-disqualified', { names: disqualified.join(', ') })]),
    ...(absent.length === 0 ? [] : [texts('agendas.absent-here', { names: absent.join(', ') })]),
    ...(reviewOn === null ? [] : [texts('agendas.record-review', { day: weekdayText(reviewOn, language) })]),
  ];
}

function factsOf({ caseNumber, page, absent, closed }: AgendaItem, { texts }: AgendaView): string {
  return [
    closed ? texts('agendas.closed-mark') : null,
    caseNumber === null ? null : texts('agendas.case', { case: caseNumber }),
    page === null ? null : texts('agendas.page', { page }),
    absent.length === 0 ? null : texts('agendas.absent-here', { names: absent.join(', ') }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function readLines(
  { text, body, date, itemNumber, dissent, voting }: Decision,
  { texts, language }: AgendaView,
): readonly string[] {
  const where = [
    body,
    date === null ? null : weekdayText(date, language),
    itemNumber === null ? null : texts('agendas.decision-item', { number: itemNumber }),
  ].filter((part) => part !== null);
  return [
    where.length === 0 ? text : texts('agendas.decision-where', { where: where.join(', '), text }),
    ...dissent.map((sentence) => texts('agendas.dissent', { text: sentence })),
    ...voting.map((sentence) => texts('agendas.votes-read', { text: sentence })),
  ];
}

/** The period and the parties of a consultation. */
export function consultationLines({ from, to, parties }: Consultation, { texts, language }: AgendaView): readonly string[] {
  const day = (one: NonNullable<typeof from>) => weekdayText(one, language);
  const period =
    from !== null && to !== null
      ? [texts('agendas.consultation-period', { from: day(from), to: day(to) })]
      : to !== null
        ? [texts('agendas.consultation-until', { to: day(to) })]
        : from !== null
          ? [texts('agendas.consultation-from', { from: day(from) })]
          : [];
  return [...period, ...(parties.length === 0 ? [] : [texts('agendas.consultation-parties', { parties: parties.join(', ') })])];
}

/** Who has answered, and who is missing; nothing before the first answer: then the parties are all that is known. */
function answeredLines(matters: readonly FollowedMatter[], view: AgendaView): readonly string[] {
  const parties = matters.filter(({ matter }) => matter.kind === 'party-answers');
  const missing = parties.filter(({ closed }) => closed === null).map(({ matter }) => matter.subject);
  if (missing.length === parties.length) return [];
  const answered = parties.filter(({ closed }) => closed !== null).map((followed) => followedText(followed, view));
  return missing.length === 0 ? answered : [...answered, view.texts('agendas.awaited', { parties: missing.join(', ') })];
}

function linesOf(matters: readonly FollowedMatter[], kind: Matter['kind'], view: AgendaView): readonly string[] {
  return matters.filter(({ matter }) => matter.kind === kind).map((followed) => followedText(followed, view));
}

function given(text: string | null): readonly string[] {
  return text === null ? [] : [text];
}
