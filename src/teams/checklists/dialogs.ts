import { z } from 'zod';
import { stopEarlierDeadlines } from '../../app/checklists/case-runs.ts';
import { decideCase, type WantedDecision } from '../../app/checklists/decide-case.ts';
import type { RunState } from '../../app/checklists/show-run.ts';
import { decideForm, earlierSheet, journalSheet, whatIfSheet, whySheet } from '../../cards/checklists/run-sheets.ts';
import type { RunView } from '../../cards/checklists/run-view.ts';
import type { Card, Outgoing, Reply } from '../turn/reply.ts';
import type { DialogRequest } from '../turn/request.ts';
import { askingOf, type ChecklistContext, ownCard, refused, runOf, updatesOf, viewOf } from './context.ts';

const named = z.object({ run: z.string().min(1).max(100), question: z.string().max(100).default('') });
const stopping = z.object({ run: z.string().min(1).max(100), send: z.boolean().default(false) });
const text = (most: number) => z.string().trim().max(most).catch('');
const typed = z.object({
  run: z.string().min(1).max(100),
  kind: z.enum(['followed', 'departed', 'sent']),
  send: z.boolean().default(false),
  ...{ outcome: text(100), reason: text(100), words: text(2000), legalBasis: text(500) },
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
  const { run, kind, send, outcome, reason, words, legalBasis } = read.data;
  const orNull = (given: string) => (given === '' ? null : given);
  const draft: WantedDecision = {
    ...{
      runId: run,
      kind,
      outcome: orNull(outcome),
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
      return { answer: { kind: 'dialog-closed', message: view.texts('checklists.recorded') }, messages: [...own, ...messages] };
    }
    case 'faulty':
      return dialog(view, decideForm(done.state, draft, done.faults, view));
    case 'trial':
      return closed(view.texts('checklists.trial-no-decision'));
    case 'not-decidable':
    case 'changed-since':
      return closed(view.texts(`checklists.${done.kind}`));
    case 'not-allowed':
      return refused(context, request);
  }
}

/** The deadlines of earlier decisions in the case: shown first, stopped when sent. */
export async function earlierDialog(context: ChecklistContext, request: DialogRequest): Promise<Reply> {
  const read = stopping.safeParse(request.data);
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
