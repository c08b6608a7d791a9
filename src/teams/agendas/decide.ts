import { z } from 'zod';
import { mayKeepAgendas } from '../../app/agendas/agenda-desk.ts';
import { lastDecision, recordDecision } from '../../app/agendas/record-decision.ts';
import type { AgendaState } from '../../cards/agendas/agenda-view.ts';
import { type DecisionDraft, decideForm, draftOf, outcomes } from '../../cards/agendas/decide-form.ts';
import { decisionOf, type ItemDecision, type Outcome } from '../../domain/agenda/meeting/record.ts';
import { readPlainDate } from '../../domain/calendar/plain-date.ts';
import type { Reply } from '../turn/reply.ts';
import type { DialogRequest } from '../turn/request.ts';
import { type AgendaContext, askingOf, refused, showsClosed, stateOf, viewOf } from './context.ts';
import { dialog, itemDialog, openedItem } from './item-dialogs.ts';
import { updatesOf } from './post-agenda.ts';

const typed = z.string().trim().max(2000).catch('');
const vote = z.union([z.string().trim().max(4), z.number().int().nonnegative().max(999).transform(String)]).catch('');
const sent = z.object({
  send: z.literal(true),
  seen: z.int().nonnegative(),
  ...{ outcome: typed, text: typed, amendments: typed, dissent: typed, disqualified: typed, absent: typed, reviewOn: typed },
  ...{ votesFor: vote, votesAgainst: vote, votesNeither: vote },
});

/** The form of a decision: opened with what stands, recorded when sent. A fault or somebody who was first keeps what was typed. */
export async function decideDialog(context: AgendaContext, request: DialogRequest): Promise<Reply> {
  if (!mayKeepAgendas(request.person)) return refused(context, request, 'not-allowed');
  const found = await openedItem(context, request);
  if (found === null) return refused(context, request, 'gone');
  const { state, item } = found;
  const view = viewOf(context, request);
  const form = (now: AgendaState, draft: DecisionDraft, seen: number, faults: readonly string[]) =>
    dialog(context, request, decideForm(now, { item, seen }, draft, view, faults));
  const read = sent.safeParse(request.data);
  if (!read.success) return form(state, draftOf(state, item), lastDecision(state.records, item), []);
  const draft = read.data;
  const decision = decisionFrom(draft, context);
  if (decision === null) return form(state, draft, draft.seen, [view.texts('agendas.decide-outcome-error')]);
  const place = { agendaId: state.stored.id, itemIndex: item, seen: draft.seen, showsClosed: showsClosed(request) };
  const done = await recordDecision(context.desk, askingOf(context, request), place, decision);
  const now = (await stateOf(context, request, state.stored.id)) ?? state;
  switch (done.kind) {
    case 'recorded': {
      const { answer } = await itemDialog(context, request);
      return { answer, messages: updatesOf(context, request, now) };
    }
    case 'faulty':
      return form(
        state,
        draft,
        draft.seen,
        done.faults.map((fault) => view.texts(`agendas.fault-${fault}`)),
      );
    case 'conflict':
      return form(now, draft, lastDecision(now.records, item), [
        view.texts('agendas.conflict', { standing: standingText(now, item, context, request) }),
      ]);
    case 'closed-item-here':
      return form(state, draft, draft.seen, [view.texts('agendas.fault-closed-item-here')]);
    case 'not-found':
      return refused(context, request, 'gone');
    case 'not-allowed':
      return refused(context, request, 'not-allowed');
  }
}

/** The decision that was typed; null where its outcome is none of the usual. The usual phrase stands where no text was typed. */
function decisionFrom(draft: DecisionDraft, { texts, words }: AgendaContext): ItemDecision | null {
  const chosen = outcomes.find((one) => one === draft.outcome);
  if (chosen === undefined) return null;
  const saysChanges = words.changes.some((phrase) => draft.text.toLowerCase().includes(phrase));
  const outcome: Outcome = saysChanges && chosen === 'approved' ? 'approved-with-changes' : chosen;
  const text = draft.text === '' && outcome !== 'other' ? texts.da(`agendas.phrase-${outcome}`) : draft.text;
  const votes = [draft.votesFor, draft.votesAgainst, draft.votesNeither];
  return {
    outcome,
    text,
    amendments: orNull(draft.amendments),
    votes: votes.every((count) => count === '')
      ? null
      : { for: countOf(draft.votesFor), against: countOf(draft.votesAgainst), neither: countOf(draft.votesNeither) },
    dissent: orNull(draft.dissent),
    disqualified: namesOf(draft.disqualified),
    absent: namesOf(draft.absent),
    reviewOn: readPlainDate(draft.reviewOn),
  };
}

function standingText(state: AgendaState, item: number, { texts }: AgendaContext, { language }: DialogRequest): string {
  const standing = decisionOf(state.records, item);
  if (standing?.entry.kind !== 'decided') return texts[language]('agendas.nothing-stands');
  const { text, amendments } = standing.entry.decision;
  return [text, amendments].filter((part) => part !== null).join(' ');
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function countOf(text: string): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : 0;
}

function namesOf(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
