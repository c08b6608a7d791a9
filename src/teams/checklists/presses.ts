import { z } from 'zod';
import { answerStep } from '../../app/checklists/answer-step.ts';
import { decideCase } from '../../app/checklists/decide-case.ts';
import { placeOf } from '../../app/checklists/run-desk.ts';
import { closeRun, shareRun } from '../../app/checklists/share-run.ts';
import type { RunState } from '../../app/checklists/show-run.ts';
import { overviewCard, resultCard } from '../../cards/checklists/result-card.ts';
import { earlierQuestions, stepCard } from '../../cards/checklists/step-card.ts';
import { openedChecklist } from '../../domain/rules/adoption.ts';
import { readAnswer } from '../../domain/rules/answers.ts';
import type { RuleSet } from '../../domain/rules/rule-set.ts';
import type { Reply } from '../turn/reply.ts';
import type { CardActionRequest } from '../turn/request.ts';
import { toldOf } from './after-decision.ts';
import { askingOf, type ChecklistContext, cardReply, ownCard, refused, runOf, valuesIn, viewOf, viewWith } from './context.ts';
import { startFor } from './start.ts';

const id = z.string().min(1).max(100);
const named = z.object({ run: id });
const viewed = named.extend({ keep: z.boolean().default(false) });
const answered = named.extend({ seen: z.record(z.string().max(100), z.int().nonnegative()).default({}) });
const earlier = answered.extend({ before: z.string().max(100).default('') });
const starting = z.object({ checklist: id, run: id.optional(), case: z.string().max(100).default('') });

/** "Videre": records the answers and shows the next step; errors and answers that others gave first are said at the top. */
export async function pressAnswer(context: ChecklistContext, request: CardActionRequest): Promise<Reply> {
  const read = answered.safeParse(request.data);
  if (!read.success) return refused(context, request);
  const values = (ruleSet: RuleSet) => valuesIn(request.data, ruleSet);
  const sent = { runId: read.data.run, values, seen: read.data.seen };
  const done = await answerStep(context.desk, askingOf(context, request), sent);
  if (done.kind === 'not-allowed') return refused(context, request);
  const view = viewWith(context, request, done.queue);
  switch (done.kind) {
    case 'answered': {
      const { state, first } = done;
      // In a meeting others answer the rest of the card.
      const faults = request.place.kind === 'personal' && first.length === 0 ? done.missing : [];
      const again = faults.map(({ question }) => question.id).filter((id) => id in state.answers);
      // Whoever is asked whether to change an answer keeps that card; the others are moved on when it is answered.
      return cardReply(context, request, ownCard(state, view, { first, faults, again }), first.length > 0 ? null : state);
    }
    case 'faulty': {
      const typed = values(done.state.ruleSet);
      const again = Object.keys(typed).filter((question) => question in done.state.answers);
      return cardReply(context, request, stepCard(done.state, view, { faults: done.faults, typed, again }));
    }
    case 'not-open':
      return cardReply(context, request, ownCard(done.state, view), done.state);
  }
}

/** "Tilbage": what was chosen is kept, and the answers before are shown to be changed; those that come after and still apply stay. */
export async function pressBack(context: ChecklistContext, request: CardActionRequest): Promise<Reply> {
  const read = earlier.safeParse(request.data);
  const before = read.success ? await runOf(context, request, read.data.run) : null;
  if (!read.success || before === null) return refused(context, request);
  const kept = await keepChosen(context, request, before, read.data.seen);
  const state = kept ?? before;
  const isResult = read.data.before === '';
  const again = earlierQuestions(state, isResult ? null : read.data.before, isResult ? awaitedIn(state) : []);
  return cardReply(context, request, ownCard(state, await viewOf(context, request), { again }), kept);
}

/** What was chosen is recorded without "Videre"; not what was only proposed, what was left empty, or what cannot be taken. */
async function keepChosen(
  context: ChecklistContext,
  request: CardActionRequest,
  { run, ruleSet, answers, proposed }: RunState,
  seen: z.infer<typeof answered>['seen'],
): Promise<RunState | null> {
  const sent = valuesIn(request.data, ruleSet);
  const chosen = ruleSet.questions.filter((question) => {
    const { id } = question;
    const read = id in seen ? readAnswer(question, sent[id]) : { value: null };
    return 'value' in read && read.value !== null && (id in answers || String(read.value) !== String(proposed[id]));
  });
  if (chosen.length === 0) return null;
  const only = (all: Readonly<Record<string, unknown>>) => Object.fromEntries(chosen.map(({ id }) => [id, all[id]]));
  const step = { runId: run.id, values: () => only(sent), seen: only(seen) as typeof seen };
  const done = await answerStep(context.desk, askingOf(context, request), step);
  return done.kind === 'not-allowed' ? null : done.state;
}

/** The answers that a result waits for. */
function awaitedIn({ evaluation }: RunState): readonly string[] {
  return evaluation.tables.flatMap(({ decision }) => {
    if (decision.kind === 'missing') return decision.missing;
    return decision.kind === 'collected' ? decision.maybe.flatMap(({ missing }) => missing) : [];
  });
}

/** The run as it stands, for the person who looks: also when Teams refreshes a card by itself. */
export async function pressView(context: ChecklistContext, request: CardActionRequest): Promise<Reply> {
  const read = viewed.safeParse(request.data);
  const state = read.success ? await runOf(context, request, read.data.run) : null;
  if (!read.success || state === null) return refused(context, request);
  return cardReply(context, request, ownCard(state, await viewOf(context, request)), read.data.keep ? state : null);
}

/** "Start" on the list, or the checklist that a result opens, for the same case. */
export async function pressStart(context: ChecklistContext, request: CardActionRequest): Promise<Reply> {
  const read = starting.safeParse(request.data);
  if (!read.success) return refused(context, request);
  const { checklist, run, case: typed } = read.data;
  if (run === undefined) return startFor(context, request, { checklist, caseReference: typed });
  const state = await runOf(context, request, run);
  if (state === null || openedChecklist(context.desk.ruleSets, state.ruleSet, checklist) === null)
    return refused(context, request);
  return startFor(context, request, { checklist, caseReference: state.run.caseReference });
}

/** "Vis den for alle her": only now others see it. */
export async function pressShare(context: ChecklistContext, request: CardActionRequest): Promise<Reply> {
  const read = named.safeParse(request.data);
  if (!read.success) return refused(context, request);
  const { tenantId } = request.person;
  const { conversationId } = request.place;
  const people = await context.peopleIn(tenantId, conversationId);
  const done = await shareRun(context.desk, askingOf(context, request), read.data.run, people.length);
  const state = done.kind === 'shared' ? await runOf(context, request, read.data.run) : null;
  if (state === null) return refused(context, request);
  if (request.messageId !== null)
    await context.desk.store.markPosted(tenantId, state.run.id, {
      conversationId:
        state.run.sharedAt.find((at) => placeOf(at.conversationId) === placeOf(conversationId))?.conversationId ?? conversationId,
      messageId: request.messageId,
    });
  const posted = await runOf(context, request, state.run.id);
  const card = overviewCard(state, await viewOf(context, request), people);
  return cardReply(context, request, card, posted);
}

/** "Følg forslaget": a named person's decision, with its receipt. */
export async function pressFollow(context: ChecklistContext, request: CardActionRequest): Promise<Reply> {
  const read = named.extend({ seen: z.int().nullable().default(null) }).safeParse(request.data);
  if (!read.success) return refused(context, request);
  const wanted = {
    runId: read.data.run,
    seen: read.data.seen,
    kind: 'followed',
    outcome: null,
    reason: null,
    words: null,
    legalBasis: null,
  } as const;
  const done = await decideCase(context.desk, askingOf(context, request), wanted, context.makeId);
  const view = await viewOf(context, request);
  const say = (key: string) => view.texts(`checklists.${key}`);
  switch (done.kind) {
    case 'decided': {
      const reply = await cardReply(context, request, ownCard(done.state, view), done.state);
      const told = done.isNew ? await toldOf(context, request, done.state) : [];
      return { ...reply, messages: [...reply.messages, ...told] };
    }
    case 'faulty':
      return cardReply(
        context,
        request,
        resultCard(
          done.state,
          view,
          done.faults.map((fault) => say(`fault-${fault}`)),
        ),
      );
    case 'trial':
      return cardReply(context, request, resultCard(done.state, view, [say('trial-no-decision')]));
    case 'sent-already':
    case 'not-decidable':
    case 'changed-since':
      return done.state.run.state === 'open'
        ? cardReply(context, request, resultCard(done.state, view, [say(`fault-${done.kind}`)]))
        : cardReply(context, request, ownCard(done.state, view), done.state);
    case 'not-allowed':
      return refused(context, request);
  }
}

/** Closes a trial. */
export async function pressClose(context: ChecklistContext, request: CardActionRequest): Promise<Reply> {
  const read = named.safeParse(request.data);
  const done = read.success ? await closeRun(context.desk, askingOf(context, request), read.data.run) : null;
  const state = read.success && done?.kind === 'closed' ? await runOf(context, request, read.data.run) : null;
  if (state === null) return refused(context, request);
  return cardReply(context, request, ownCard(state, await viewOf(context, request)), state);
}
