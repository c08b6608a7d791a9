import { z } from 'zod';
import { stopEarlierDeadlines } from '../../app/checklists/case-runs.ts';
import { decideCase, type WantedDecision } from '../../app/checklists/decide-case.ts';
import { closeRun } from '../../app/checklists/share-run.ts';
import type { RunState } from '../../app/checklists/show-run.ts';
import { closeSheet, decideForm, earlierSheet, journalSheet, whatIfSheet, whySheet } from '../../cards/checklists/run-sheets.ts';
import { outcomeField, type RunView } from '../../cards/checklists/run-view.ts';
import type { Card, Outgoing, Reply } from '../turn/reply.ts';
import type { DialogRequest } from '../turn/request.ts';
import { toldOf } from './after-decision.ts';
import { askingOf, type ChecklistContext, ownCard, refused, runOf, updatesOf, viewOf } from './context.ts';

const named = z.object({ run: z.string().min(1).max(100), question: z.string().max(100).default('') });
const confirmed = z.object({ run: z.string().min(1).max(100), send: z.boolean().default(false) });
const text = (most: number) => z.string().trim().max(most).catch('');
const typed = z.object({
  run: z.string().min(1).max(100),
  kind: z.enum(['followed', 'departed', 'sent']),
  send: z.boolean().default(false),
  seen: z.int().nullable().default(null),
  ...{ reason: text(100), words: text(2000), legalBasis: text(500) },
});

/** Opens what is to be read over a run's card. */
export function sheetDialog(sheet: 'why' | 'what-if' | 'journal') {
  return async (context: ChecklistContext, request: DialogRequest): Promise<Reply> => {
    const read = named.safeParse(request.data);
    const state = read.success ? await runOf(context, request, read.data.run) : null;
    if (!read.success || state === null) return refused(context, request);
    const view = await viewOf(context, request);
    return dialog(view, sheetOf(sheet, state, read.data.question, view));
  };
}

function sheetOf(sheet: 'why' | 'what-if' | 'journal', state: RunState, question: string, view: RunView): Card {
  switch (sheet) {
    case 'why':
      return whySheet(state, question, view);
    case 'what-if':
      return whatIfSheet(state, view);
    case 'journal':
      return journalSheet(state, view);
  }
}

/** The form of a case decision: opened empty, recorded when sent; a fault keeps what was typed. */
export async function decideDialog(context: ChecklistContext, request: DialogRequest): Promise<Reply> {
  const read = typed.safeParse(request.data);
  const state = read.success ? await runOf(context, request, read.data.run) : null;
  if (!read.success || state === null) return refused(context, request);
  const view = await viewOf(context, request);
  const { run, kind, send, seen, reason, words, legalBasis } = read.data;
  const orNull = (given: string) => (given === '' ? null : given);
  const draft: WantedDecision = {
    ...{
      runId: run,
      seen,
      kind,
      outcome: orNull(outcomesChosen(request, state)),
      reason: orNull(reason),
      words: orNull(words),
      legalBasis: orNull(legalBasis),
    },
  };
  if (!send) return dialog(view, decideForm(state, draft, [], view));
  const done = await decideCase(context.desk, askingOf(context, request), draft, context.makeId);
  switch (done.kind) {
    case 'decided': {
      const messages = updatesOf(context, request, done.state);
      const isNewest = context.isNewest(request.messageId ?? '', done.state.run);
      const own = isNewest ? ownUpdate(request, ownCard(done.state, view), view) : [];
      const told = done.isNew ? await toldOf(context, request, done.state) : [];
      const message = view.texts(kind === 'sent' ? 'checklists.sent-on' : 'checklists.recorded');
      return { answer: { kind: 'dialog-closed', message }, messages: [...own, ...messages, ...told] };
    }
    case 'faulty':
      return dialog(view, decideForm(done.state, draft, done.faults, view));
    case 'sent-already':
      return closed(view.texts('checklists.sent-already'));
    case 'trial':
      return closed(view.texts('checklists.trial-no-decision'));
    case 'not-decidable':
    case 'changed-since': {
      // What was typed stays, unless there is nothing to decide any more.
      if (done.state.run.state === 'open') return dialog(view, decideForm(done.state, draft, [done.kind], view));
      const own = ownUpdate(request, ownCard(done.state, view), view);
      return { answer: { kind: 'dialog-closed', message: view.texts('checklists.decided-meanwhile') }, messages: own };
    }
    case 'not-allowed':
      return refused(context, request);
  }
}

/** What was chosen in each table, in their order. */
function outcomesChosen({ data }: DialogRequest, { ruleSet }: RunState): string {
  return ruleSet.tables.flatMap((table) => text(1000).parse(data[outcomeField(ruleSet, table)]) || []).join(',');
}

/** The deadlines of earlier decisions in the case: shown first, stopped when sent. */
export async function earlierDialog(context: ChecklistContext, request: DialogRequest): Promise<Reply> {
  const read = confirmed.safeParse(request.data);
  const stopped =
    read.success && read.data.send ? await stopEarlierDeadlines(context.desk, askingOf(context, request), read.data.run) : null;
  const state = read.success && stopped?.kind !== 'not-allowed' ? await runOf(context, request, read.data.run) : null;
  if (state === null || !state.mayDecide) return refused(context, request);
  const view = await viewOf(context, request);
  if (stopped?.kind === 'stopped' && stopped.left === 0) {
    const own = ownUpdate(request, ownCard(state, view), view);
    return { answer: { kind: 'dialog-closed', message: view.texts('checklists.stopped-earlier') }, messages: own };
  }
  return dialog(view, earlierSheet(state, stopped === null ? [] : [view.texts('checklists.changed-deadlines')], view));
}

/** "Luk uden beslutning": asked first, done when sent. */
export async function closeDialog(context: ChecklistContext, request: DialogRequest): Promise<Reply> {
  const read = confirmed.safeParse(request.data);
  const state = read.success ? await runOf(context, request, read.data.run) : null;
  if (!read.success || state === null || !state.mayDecide) return refused(context, request);
  const view = await viewOf(context, request);
  if (!read.data.send) return dialog(view, closeSheet(state, view));
  const done = state.run.state === 'open' ? await closeRun(context.desk, askingOf(context, request), state.run.id) : null;
  const now = (await runOf(context, request, state.run.id)) ?? state;
  if (done?.kind === 'not-allowed') return refused(context, request);
  const messages = [...ownUpdate(request, ownCard(now, view), view), ...updatesOf(context, request, now)];
  const message = view.texts(now.run.state === 'decided' ? 'checklists.decided-meanwhile' : 'checklists.over-closed');
  return { answer: { kind: 'dialog-closed', message }, messages };
}

/** In the personal chat the card below the dialog is moved on. */
function ownUpdate({ place, messageId }: DialogRequest, card: Card, view: RunView): readonly Outgoing[] {
  if (place.kind !== 'personal' || messageId === null) return [];
  const content = { card, summary: view.texts('checklists.summary') };
  return [{ kind: 'update', conversationId: place.conversationId, messageId, content }];
}

function dialog({ texts }: RunView, card: Card): Reply {
  return { answer: { kind: 'dialog', title: texts('checklists.summary'), card, size: 'medium' }, messages: [] };
}

function closed(message: string): Reply {
  return { answer: { kind: 'dialog-closed', message }, messages: [] };
}
