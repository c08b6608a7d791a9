import { type PlainDate, readPlainDate } from '../../calendar/plain-date.ts';
import type { Answers, AnswerValue } from '../answers.ts';
import { unknown, yes } from '../compile.ts';
import type { Comparison } from '../condition.ts';
import { type Decision, decide } from '../decide.ts';
import type { DecisionTable, RuleSet } from '../rule-set.ts';
import { type CaseView, questionById, viewCase } from '../truth.ts';
import { type AnswerClass, answerClasses, comparisonsBehind } from './answer-classes.ts';

/** Where answers lead: what was answered on the way (`null`: left open), and what the table then says. */
export interface Path {
  readonly chosen: Readonly<Record<string, AnswerValue | null>>;
  readonly answers: Answers;
  readonly decision: Decision;
}

/** All paths, or a sample of them where they are too many. */
export interface Paths {
  readonly paths: readonly Path[];
  readonly isComplete: boolean;
}

/** What to walk: the answers to start from, the day, and the only questions that may be answered on the way (all, if not given). */
export interface Walk {
  readonly answers: Answers;
  readonly asOf: PlainDate;
  readonly only?: ReadonlySet<string>;
  /** Answers whose days are tried too, where days are compared with each other. */
  readonly near?: Answers;
}

/** No more paths than this are walked one by one; beyond it a fixed sample is drawn. */
export const mostPaths = 100_000;
const sampleSize = 20_000;

/**
 * Every way in which a case can be completed, as far as the table can tell answers apart. A question is answered on the way
 * only where its answer matters, so the paths are few; together they cover every combination.
 */
export function walkPaths(ruleSet: RuleSet, table: DecisionTable, walk: Walk): Paths {
  const stepFrom = walkerOf(ruleSet, table, walk);
  const paths: Path[] = [];
  const visit = (node: Node): boolean => {
    const step = stepFrom(node);
    if (step.kind === 'end') return paths.push(step.path) <= mostPaths;
    return step.ways.every(visit);
  };
  if (visit({ answers: walk.answers, chosen: {} })) return { paths, isComplete: true };
  return { paths: sample(stepFrom, walk), isComplete: false };
}

interface Node {
  readonly answers: Answers;
  readonly chosen: Readonly<Record<string, AnswerValue | null>>;
}

type Step = { readonly kind: 'end'; readonly path: Path } | { readonly kind: 'ways'; readonly ways: readonly Node[] };
type StepFrom = (node: Node) => Step;

function walkerOf(ruleSet: RuleSet, table: DecisionTable, walk: Walk): StepFrom {
  const { asOf, only } = walk;
  const comparisons = tableComparisons(ruleSet, table);
  const presence = presenceReader(ruleSet, table, presenceQuestions(ruleSet, comparisons));
  const classes = classReader(ruleSet, comparisons, walk);
  return (node) => {
    const mayAnswer = (id: string) => !(id in node.chosen) && (only === undefined || only.has(id));
    const view = viewCase(ruleSet, node.answers, asOf);
    const decision = decide(table, view);
    const next = missingIn(decision).find(mayAnswer) ?? openPresence(presence, view, decision).find(mayAnswer);
    if (next === undefined) return { kind: 'end', path: { ...node, decision } };
    const left = presence.all.includes(next) ? [{ answers: node.answers, chosen: { ...node.chosen, [next]: null } }] : [];
    const answered = classes(next).map(({ value }) => ({
      answers: { ...node.answers, [next]: value },
      chosen: { ...node.chosen, [next]: value },
    }));
    return { kind: 'ways', ways: [...left, ...answered] };
  };
}

/** The comparisons that a table's rows depend on. */
export function tableComparisons(ruleSet: RuleSet, { rows }: DecisionTable): readonly Comparison[] {
  return comparisonsBehind(
    ruleSet,
    rows.map(({ when }) => when),
  );
}

/** The questions for which being left open is an answer of its own. */
function presenceQuestions(ruleSet: RuleSet, comparisons: readonly Comparison[]): readonly string[] {
  const ids = comparisons.flatMap((each) => {
    if (each.kind === 'unknown') return [each.question];
    return each.kind === 'answered' && questionById(ruleSet, each.question)?.isRequired === false ? [each.question] : [];
  });
  return [...new Set(ids)];
}

/** The questions for which being left open is an answer: all of them, and those that the rows read up to a decision depend on. */
interface Presence {
  readonly all: readonly string[];
  readonly readFor: (decision: Decision) => readonly string[];
}

function presenceReader(ruleSet: RuleSet, { rows }: DecisionTable, all: readonly string[]): Presence {
  const known: (readonly string[] | undefined)[] = [];
  const readUpTo = (last: number): readonly string[] => {
    const read = rows.slice(0, last + 1).map(({ when }) => when);
    const ids = new Set(comparisonsBehind(ruleSet, read).map(({ question }) => question));
    return all.filter((id) => ids.has(id));
  };
  return {
    all,
    readFor: (decision) => {
      if (all.length === 0) return all;
      const last = decision.kind === 'row' || decision.kind === 'missing' ? rows.indexOf(decision.row) : rows.length;
      const found = known[last] ?? readUpTo(last);
      known[last] = found;
      return found;
    },
  };
}

/** Questions left open that the table read on its way to its decision, and what decides whether they are asked. */
function openPresence(presence: Presence, view: CaseView, decision: Decision): readonly string[] {
  return presence.readFor(decision).flatMap((id) => {
    const visible = view.visibility(id);
    if (visible === unknown) return [...view.unknownIn(questionById(view.ruleSet, id)?.visibleWhen ?? null)];
    return visible === yes && view.known(id) === null ? [id] : [];
  });
}

function missingIn(decision: Decision): readonly string[] {
  if (decision.kind === 'missing') return decision.missing;
  return decision.kind === 'collected' ? decision.maybe.flatMap(({ missing }) => missing) : [];
}

/** Reads the classes of a question once, when they are first needed. */
function classReader(
  ruleSet: RuleSet,
  comparisons: readonly Comparison[],
  { answers, asOf, near = {} }: Walk,
): (id: string) => readonly AnswerClass[] {
  const known = new Map<string, readonly AnswerClass[]>();
  const days = ruleSet.questions
    .flatMap(({ id, type }) => (type === 'date' ? [answers[id], near[id]] : []))
    .flatMap((day) => (typeof day === 'string' ? (readPlainDate(day) ?? []) : []));
  return (id) => {
    const question = questionById(ruleSet, id);
    const found = known.get(id) ?? (question === null ? [] : answerClasses(question, comparisons, asOf, days));
    known.set(id, found);
    return found;
  };
}

/** A sample that is the same on every run: chance is a number counted on from 1. */
function sample(stepFrom: StepFrom, { answers }: Walk): readonly Path[] {
  const chance = chanceFrom(1);
  return Array.from({ length: sampleSize }, () => {
    let step = stepFrom({ answers, chosen: {} });
    while (step.kind === 'ways') {
      const way = step.ways[Math.floor(chance() * step.ways.length)];
      if (way === undefined) throw new Error('A question without an answer that it allows was walked');
      step = stepFrom(way);
    }
    return step.path;
  });
}

/** Numbers from 0 to 1 that look like chance and are the same for the same seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
