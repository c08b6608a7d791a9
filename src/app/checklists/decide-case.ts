import { readPlainDate } from '../../domain/calendar/plain-date.ts';
import type { CaseDeadline } from '../../domain/checklist/deadlines.ts';
import { deadlinesOfOutcomes } from '../../domain/checklist/evaluate.ts';
import type { Trigger } from '../../domain/deadline/deadline.ts';
import type { Answers } from '../../domain/rules/answers.ts';
import {
  type DecisionTable,
  isHumanDecision,
  isUndecided,
  missingAnswers,
  type RuleDeadline,
  type RuleSet,
} from '../../domain/rules/rule-set.ts';
import { toSave } from '../deadlines/change-deadline.ts';
import type { DeadlineToSave } from '../deadlines/ports.ts';
import type { CaseDecision, Run } from './ports.ts';
import { auditLine, type NotAllowed, type RunAsking, type RunDesk, refuse } from './run-desk.ts';
import { outcomesIn, type RunState, showRun } from './show-run.ts';

/** The engine's version: part of every receipt, raised when the same answers could give something else. */
export const engineVersion = '1';

/** The coded reasons for departing from a proposal. */
export const departReasons = ['facts-not-asked', 'professional-judgement', 'law-changed', 'local-practice', 'other'] as const;

/** What a person wants to decide. */
export interface WantedDecision {
  readonly runId: string;
  /** The answers that the person saw, by `answersSeen`; null where the card did not say. */
  readonly seen?: number | null;
  readonly kind: CaseDecision['kind'];
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly words: string | null;
  readonly legalBasis: string | null;
}

/** What a decision lacks. */
export type DecisionFault = 'outcome' | 'reason' | 'words' | 'legal-basis';

export type DecidedCase =
  /** `isNew` is false where the same activity decided before. */
  | { readonly kind: 'decided'; readonly state: RunState; readonly isNew: boolean }
  | { readonly kind: 'faulty'; readonly state: RunState; readonly faults: readonly DecisionFault[] }
  | { readonly kind: 'trial' | 'sent-already' | 'not-decidable' | 'changed-since'; readonly state: RunState }
  | NotAllowed;

/** Records what a named person decides, with the receipt; the result's deadlines become kept ones. The checklist itself decides nothing. */
export async function decideCase(
  desk: RunDesk,
  asking: RunAsking,
  wanted: WantedDecision,
  makeId: () => string,
): Promise<DecidedCase> {
  const { person, activityId, at, today } = asking;
  const state = await showRun(desk, asking, wanted.runId);
  if (state === null) return { kind: 'not-allowed' };
  if (!state.mayDecide || person.objectId === null) return refuse(desk, person, `run:${wanted.runId}`);
  if (state.run.isTrial) return { kind: 'trial', state };
  const proposed = proposedOutcomes(state);
  const faults = faultsOf(state, wanted, proposed);
  if (wanted.kind === 'sent' && state.run.decisions.at(-1)?.kind === 'sent') return { kind: 'sent-already', state };
  if (!isDecidable(state)) return { kind: 'not-decidable', state };
  if ((wanted.seen ?? null) !== null && wanted.seen !== answersSeen(state.run)) return { kind: 'changed-since', state };
  if (faults.length > 0) return { kind: 'faulty', state, faults };
  const { run } = state;
  const kept = keptDeadlines(desk, state, dueOf(desk, state, wanted), { today, makeId });
  const decision: CaseDecision = {
    ...{ kind: wanted.kind, reason: wanted.reason, words: wanted.words, legalBasis: wanted.legalBasis, proposed },
    outcome: wanted.kind === 'followed' ? proposed.join(',') : wanted.outcome,
    ...{ by: person.objectId, byName: person.name, at, deadlines: kept.map(({ deadline }) => deadline.id) },
    receipt: { ruleSet: run.ruleSet, engineVersion, asOf: run.asOf, answers: state.answers },
  };
  const audit = auditLine(person, `case-${wanted.kind}`, `run:${run.id}`, {
    ...{ ruleSet: run.ruleSet, engine: engineVersion, reason: wanted.reason, deadlines: kept.length },
  });
  const outcome = await desk.store.decide(person.tenantId, run, decision, kept, { activityId, audit });
  const now = (await showRun(desk, asking, wanted.runId)) ?? state;
  return outcome === 'conflict'
    ? { kind: 'changed-since', state: now }
    : { kind: 'decided', state: now, isNew: outcome === 'changed' };
}

/** A number that grows with every answer: who decides has seen them all. */
export function answersSeen({ answers }: Pick<Run, 'answers'>): number {
  return answers.reduce((sum, { version }) => sum + version, 0);
}

/** Whether a person may decide: nothing is left to be asked that the result waits for. What nobody knows, a person decides without. */
export function isDecidable(state: RunState): boolean {
  const proposed = proposedOutcomes(state);
  return proposed.length > 0 && (state.step.kind === 'done' || !proposed.includes(missingAnswers));
}

/** What the checklist proposes, over all its tables. */
export function proposedOutcomes({ evaluation }: RunState): readonly string[] {
  return evaluation.tables.flatMap(({ outcomes }) => outcomes);
}

/** What a person may choose in one table. */
export interface OutcomeChoice {
  readonly table: DecisionTable;
  readonly outcomes: readonly string[];
  /** What the table proposes of them: chosen beforehand where there are several tables, so that a part of the proposal can stand. */
  readonly proposed: readonly string[];
}

/** The outcomes that a person may choose between: the candidates and every outcome of the table; where it is the only one, without what is proposed. */
export function choosableOutcomes({ evaluation }: RunState): readonly OutcomeChoice[] {
  const isOnly = evaluation.tables.length === 1;
  return evaluation.tables.flatMap(({ table, outcomes, candidates }): readonly OutcomeChoice[] => {
    const own = table.rows.flatMap((row) => [row.outcome, ...row.candidates]);
    const named = [...new Set([...candidates, ...own])].filter((code) => !isHumanDecision(code));
    const others = named.filter((code) => !(isOnly && outcomes.length === 1 && outcomes.includes(code)));
    if (named.length === 0) return [];
    return [
      {
        table,
        outcomes: others.length === 0 ? named : others,
        proposed: isOnly ? [] : outcomes.filter((code) => named.includes(code)),
      },
    ];
  });
}

function faultsOf(state: RunState, wanted: WantedDecision, proposed: readonly string[]): readonly DecisionFault[] {
  if (wanted.kind === 'sent') return [];
  const isExemption = state.ruleSet.subject === 'exemption';
  const isEmpty = (text: string | null) => text === null || text.trim() === '';
  const basis: readonly DecisionFault[] = isExemption && isEmpty(wanted.legalBasis) ? ['legal-basis'] : [];
  if (wanted.kind === 'followed') return proposed.some(isUndecided) ? ['outcome', ...basis] : basis;
  const chosen = outcomesIn(wanted.outcome);
  const choices = choosableOutcomes(state);
  const isOutcome =
    choices.every((choice) => {
      const { length } = chosen.filter((code) => choice.outcomes.includes(code));
      return length === 1 || (choice.table.hit === 'collect' && (length > 1 || !mustChoose(choice)));
    }) &&
    chosen.length > 0 &&
    chosen.every((code) => choices.some(({ outcomes }) => outcomes.includes(code))) &&
    !isSameSet(chosen, proposed);
  const isReason = departReasons.some((reason) => reason === wanted.reason);
  return [
    ...(isOutcome ? [] : ['outcome' as const]),
    ...(isReason ? [] : ['reason' as const]),
    ...(isEmpty(wanted.words) ? ['words' as const] : []),
    ...basis,
  ];
}

/** Of a table that collects, a part of which nothing is known may stay undecided. */
export function mustChoose({ table, proposed }: OutcomeChoice): boolean {
  return table.hit === 'first' || proposed.length > 0;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return new Set(one).size === new Set(other).size && one.every((code) => other.includes(code));
}

/** The deadlines of what was decided: a departure has those of its own outcome, not of the proposal's. */
function dueOf({ closed }: RunDesk, { evaluation }: RunState, { kind, outcome }: WantedDecision): readonly CaseDeadline[] {
  switch (kind) {
    case 'sent':
      return [];
    case 'followed':
      return evaluation.deadlines;
    case 'departed':
      return deadlinesOfOutcomes(evaluation, outcomesIn(outcome), closed);
  }
}

function keptDeadlines(
  { settings, titleOf }: RunDesk,
  { run, ruleSet, answers }: RunState,
  due: readonly CaseDeadline[],
  { today, makeId }: { readonly today: RunAsking['today']; readonly makeId: () => string },
): readonly DeadlineToSave[] {
  const isDated = (one: CaseDeadline): one is Exclude<CaseDeadline, { kind: 'base-missing' }> => one.kind !== 'base-missing';
  return due.filter(isDated).flatMap(({ deadline, on, status }) => {
    const trigger = triggerOf(deadline, ruleSet, answers);
    // What was done late is done; and a day that the rule itself names and that is over can be met no more.
    if (status === 'met' || status === 'not-met' || (trigger === null && on < today)) return [];
    const kept = {
      ...{
        id: makeId(),
        kind: 'checklist' as const,
        title: ruleSet.texts[deadline.id] ?? deadline.id,
        caseReference: run.caseReference,
      },
      ...{
        dueOn: on,
        vagueWords: deadline.sourceWords,
        trigger,
        source: titleOf(deadline.source),
        assumption: deadline.assumption,
      },
      ...{ owner: run.owner, state: 'open' as const, metOn: null, snoozedUntil: null },
    };
    const saved = toSave(kept, null, settings, today);
    return [on < today ? { ...saved, nextReminderOn: null } : saved];
  });
}

/** The day that a deadline counts from, as it was answered; null where the rule itself names the day. */
function triggerOf({ day }: RuleDeadline, ruleSet: RuleSet, answers: Answers): Trigger | null {
  if (day.kind !== 'relative' && day.kind !== 'given') return null;
  const on = readPlainDate(String(answers[day.base] ?? ''));
  const offset = day.kind === 'given' ? { kind: 'days' as const, count: 0 } : { kind: day.unit, count: day.count };
  const what = ruleSet.questions.find(({ id }) => id === day.base)?.text ?? day.base;
  return on === null ? null : { what, on, offset };
}
