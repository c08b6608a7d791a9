import { nextCase, queueHere } from '../../app/checklists/case-queue.ts';
import type { CaseQueue, Run } from '../../app/checklists/ports.ts';
import type { RegisterRules } from '../../app/checklists/registers.ts';
import type { RunAsking, RunDesk } from '../../app/checklists/run-desk.ts';
import { type RunState, showRun, stateOf } from '../../app/checklists/show-run.ts';
import type { Clock } from '../../app/clock.ts';
import { closedCard, overviewCard, resultCard } from '../../cards/checklists/result-card.ts';
import type { RunView } from '../../cards/checklists/run-view.ts';
import { inputPrefix, type StepExtras, stepCard, unknownPrefix } from '../../cards/checklists/step-card.ts';
import { dayText } from '../../cards/words/day.ts';
import type { TextsByLanguage } from '../../domain/language/texts.ts';
import type { NewRunRules } from '../../domain/rules/adoption.ts';
import { dontKnow } from '../../domain/rules/answers.ts';
import type { RuleSet } from '../../domain/rules/rule-set.ts';
import { type Card, type Outgoing, type Reply, replyFault } from '../turn/reply.ts';
import type { CardActionRequest, CardData, Turn } from '../turn/request.ts';

/** The words of the commands: content. */
export interface ChecklistWords {
  readonly commands: Readonly<Record<string, readonly string[]>>;
  readonly lists: Readonly<Record<'offered' | 'mine' | 'placements' | 'exemptions' | 'sent', readonly string[]>>;
  readonly queue: readonly string[];
  readonly next: readonly string[];
  readonly empty: readonly string[];
  readonly park: readonly string[];
  readonly journal: readonly string[];
  readonly registers: RegisterRules;
}

/** What the checklists in Teams are wired with. */
export interface ChecklistContext {
  readonly desk: RunDesk;
  readonly texts: TextsByLanguage;
  readonly clock: Clock;
  readonly words: ChecklistWords;
  readonly makeId: () => string;
  readonly caseLink: (caseReference: string) => string | null;
  /** The people of a conversation as Teams names them: counted before a run is shared, and named in its card's refresh. */
  readonly peopleIn: (tenantId: string, conversationId: string) => Promise<readonly string[]>;
  /** Whether a card of a run is not older than what its message was given before. */
  readonly isNewest: (messageId: string, run: Run) => boolean;
}

/** Who asks, from a turn, and from where. */
export function askingOf({ clock }: ChecklistContext, { person, today, activityId, place }: Turn): RunAsking {
  return { person, today, activityId, at: clock.now(), conversationId: place.conversationId };
}

/** What the presenters need for a turn's person. */
export async function viewOf(context: ChecklistContext, turn: Turn): Promise<RunView> {
  return viewWith(context, turn, await queueHere(context.desk, askingOf(context, turn)));
}

/** The same where the queue of the conversation is known already. */
export function viewWith(context: ChecklistContext, turn: Turn, queue: CaseQueue | null): RunView {
  return {
    texts: context.texts[turn.language],
    language: turn.language,
    nameOf: (objectId) => context.desk.directory.member(turn.person.tenantId, objectId)?.name ?? objectId.slice(0, 8),
    caseLink: context.caseLink,
    titleOf: context.desk.titleOf,
    today: turn.today,
    at: context.clock.now(),
    hasNext: queue !== null && nextCase(queue) !== null,
    current: queue?.current ?? null,
  };
}

/** A run's card for the person who may answer it: the next step, the result, or the neutral line. */
export function ownCard(state: RunState, view: RunView, extras: StepExtras = {}): Card {
  if (state.run.state !== 'open') return closedCard(state, view, state.mayDecide);
  const asksAgain = (extras.again ?? []).length > 0 || (extras.first ?? []).length > 0;
  return state.step.kind === 'ask' || asksAgain ? stepCard(state, view, extras) : resultCard(state, view);
}

/** The run of a request's card, or the audited refusal. */
export async function runOf(context: ChecklistContext, turn: Turn, id: string): Promise<RunState | null> {
  return showRun(context.desk, askingOf(context, turn), id);
}

/** Every message on which the run stands is brought up to its state at the moment when the message is written. */
export function updatesOf(context: ChecklistContext, turn: Turn, state: RunState): readonly Outgoing[] {
  const { tenantId } = turn.person;
  const contentAt = async (conversationId: string) => {
    const run = (await context.desk.store.find(tenantId, state.run.id)) ?? state.run;
    const now = (await stateOf(context.desk, turn, run)) ?? state;
    const view = await viewOf(context, turn);
    const people = run.state === 'open' ? await context.peopleIn(tenantId, conversationId) : [];
    const card = run.state === 'open' ? overviewCard(now, view, people) : closedCard(now, view);
    return { card, summary: view.texts('checklists.summary') };
  };
  return state.run.sharedAt.flatMap(({ conversationId, messageId }): readonly Outgoing[] =>
    messageId === null ? [] : [{ kind: 'update', conversationId, messageId, content: () => contentAt(conversationId) }],
  );
}

/** An Execute is answered with the person's card, a Submit updates the message; whoever else sees the run is moved on. */
export async function cardReply(
  context: ChecklistContext,
  request: CardActionRequest,
  card: Card,
  changed: RunState | null = null,
): Promise<Reply> {
  const updates = changed === null ? [] : updatesOf(context, request, changed);
  const { messageId, place } = request;
  const isShared = updates.some((one) => one.kind === 'update' && one.messageId === messageId);
  const content = { card, summary: context.texts[request.language]('checklists.summary') };
  // A personal card is stored in its message as well, so that it stands after the chat is opened anew.
  const isOwn = place.kind === 'personal' && messageId !== null;
  const own: readonly Outgoing[] = isOwn
    ? [{ kind: 'update', conversationId: place.conversationId, messageId, content }]
    : [{ kind: 'post', to: { kind: 'person', objectId: request.person.objectId ?? '' }, content }];
  if (request.via === 'submit') return { answer: { kind: 'none' }, messages: [...(isShared ? [] : own), ...updates] };
  const isKept = isOwn && changed !== null && context.isNewest(messageId, changed.run);
  return { answer: { kind: 'card', card }, messages: [...(isKept ? own : []), ...updates] };
}

/** A sentence as the answer to whatever was asked. */
export function said({ texts }: ChecklistContext, turn: Turn, key: string, values: Readonly<Record<string, string>> = {}): Reply {
  const text = texts[turn.language](`checklists.${key}`, values);
  if (turn.place.kind === 'personal' || 'verb' in turn || 'dialog' in turn)
    return { answer: { kind: 'text', text }, messages: [] };
  return { answer: { kind: 'none' }, messages: [{ kind: 'post', to: { kind: 'here' }, content: { text, summary: text } }] };
}

/** That a checklist is not offered on this day, and from when or until when it was adopted. */
export function saidNotInUse(
  context: ChecklistContext,
  turn: Turn,
  { title, why }: Extract<NewRunRules, { readonly kind: 'not-in-use' }>,
): Reply {
  const day = dayText(why.kind === 'not-yet' ? why.from : why.to, turn.language);
  return said(context, turn, why.kind === 'not-yet' ? 'not-yet-in-use' : 'no-longer-in-use', { title, day });
}

/** The refusal of what is not there or not for this person: both look alike. */
export function refused({ texts }: ChecklistContext, turn: Turn): Reply {
  return replyFault('forbidden', texts[turn.language]('checklists.not-allowed'));
}

/** The fields of a step: several choices come with commas; "ved ikke" of a day or number from its own switch, which yields to what is typed into a field that the card showed empty. */
export function valuesIn(data: CardData, { questions }: RuleSet): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  const wereFilled: readonly unknown[] = Array.isArray(data['filled']) ? data['filled'] : [];
  for (const { id: question, type } of questions) {
    const given = data[`${inputPrefix}${question}`];
    const isOn = String(data[`${unknownPrefix}${question}`]) === 'true';
    const isTyped = given !== undefined && given !== '' && !wereFilled.includes(question);
    if (isOn && !isTyped) values[question] = dontKnow;
    else if (given !== undefined)
      values[question] = type === 'multi' && typeof given === 'string' ? given.split(',').filter(Boolean) : given;
  }
  return values;
}
