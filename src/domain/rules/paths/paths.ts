import type { PlainDate } from '../../calendar/plain-date.ts';
import { type Answers, type AnswerValue, dontKnow } from '../answers.ts';
import { type Comparison, comparisonsIn } from '../condition.ts';
import { type Decision, decide } from '../decide.ts';
import type { DecisionTable, RuleSet } from '../rule-set.ts';
import { type CaseView, questionById, viewCase, yes } from '../truth.ts';
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
}

/** No more paths than this are walked one by one; beyond it a fixed sample is drawn. */
export const mostPaths = 100_000;
const sampleSize = 20_000;

/**
 * Every way in which a case can be completed, as far as the table can tell answers apart. A question is answered on the way
 * only where its answer matters, so the paths are few; together they cover every combination.
 */
export function walkPaths(ruleSet: RuleSet, table: DecisionTable, walk: Walk): Paths {
  const walker = walkerOf(ruleSet, table, walk);
  const paths: Path[] = [];
  const visit = (node: Node): boolean => {
    const step = walker.stepFrom(node);
    if (step.kind === 'end') return paths.push(step.path) <= mostPaths;
    return step.ways.every(visit);
  };
  if (visit({ answers: walk.answers, chosen: {} })) return { paths, isComplete: true };
  return { paths: sample(walker, walk), isComplete: false };
}

interface Node {
  readonly answers: Answers;
  readonly chosen: Readonly<Record<string, AnswerValue | null>>;
}

type Step = { readonly kind: 'end'; readonly path: Path } | { readonly kind: 'ways'; readonly ways: readonly Node[] };

interface Walker {
  readonly stepFrom: (node: Node) => Step;
}

function walkerOf(ruleSet: RuleSet, table: DecisionTable, { answers, asOf, only }: Walk): Walker {
  const comparisons = comparisonsBehind(
    ruleSet,
    table.rows.map(({ when }) => when),
  );
  const presence = presenceQuestions(ruleSet, comparisons);
  const mayAnswer = (id: string) => only === undefined || only.has(id);
  const classes = classReader(ruleSet, comparisons, { answers, asOf });
  const stepFrom = (node: Node): Step => {
    const view = viewCase(ruleSet, node.answers, asOf);
    const decision = decide(table, view);
    const next =
      missingIn(decision).find((id) => !(id in node.chosen) && mayAnswer(id)) ??
      presence.find((id) => !(id in node.chosen) && mayAnswer(id) && isOpen(view, id) && matters(table, decision, view, id));
    if (next === undefined) return { kind: 'end', path: { ...node, decision } };
    const left = presence.includes(next) ? [{ answers: node.answers, chosen: { ...node.chosen, [next]: null } }] : [];
    const answered = classes(next).map(({ value }) => ({
      answers: { ...node.answers, [next]: value },
      chosen: { ...node.chosen, [next]: value },
    }));
    return { kind: 'ways', ways: [...left, ...answered] };
  };
  return { stepFrom };
}

function isOpen(view: CaseView, id: string): boolean {
  return view.visibility(id) === yes && view.known(id) === null;
}

/** The questions for which being left open is an answer of its own. */
function presenceQuestions(ruleSet: RuleSet, comparisons: readonly Comparison[]): readonly string[] {
  const ids = comparisons.flatMap((each) => {
    if (each.kind === 'unknown') return [each.question];
    return each.kind === 'answered' && questionById(ruleSet, each.question)?.isRequired === false ? [each.question] : [];
  });
  return [...new Set(ids)];
}

/** Whether a question left open was read before the table came to its decision: in the rows read, or in what decides what is asked. */
function matters(table: DecisionTable, decision: Decision, view: CaseView, id: string): boolean {
  const last = decision.kind === 'row' || decision.kind === 'missing' ? table.rows.indexOf(decision.row) : table.rows.length;
  const read = table.rows.slice(0, last + 1).map(({ when }) => when);
  return comparisonsBehind(view.ruleSet, read).some((each) => each.question === id);
}

function missingIn(decision: Decision): readonly string[] {
  if (decision.kind === 'missing') return decision.missing;
  return decision.kind === 'collected' ? decision.maybe.flatMap(({ missing }) => missing) : [];
}

/** Reads the classes of a question once, when they are first needed. */
export function classReader(
  ruleSet: RuleSet,
  comparisons: readonly Comparison[],
  { answers, asOf }: Walk,
): (id: string) => readonly AnswerClass[] {
  const known = new Map<string, readonly AnswerClass[]>();
  const days = ruleSet.questions.flatMap(({ id, type }) => {
    const day = answers[id];
    return type === 'date' && day !== undefined && day !== dontKnow ? [day as PlainDate] : [];
  });
  return (id) => {
    const question = questionById(ruleSet, id);
    const found = known.get(id) ?? (question === null ? [] : answerClasses(question, comparisons, asOf, days));
    known.set(id, found);
    return found;
  };
}

/** A sample that is the same on every run: chance is a number counted on from 1. */
function sample(walker: Walker, { answers }: Walk): readonly Path[] {
  const chance = chanceFrom(1);
  return Array.from({ length: sampleSize }, () => {
    let step = walker.stepFrom({ answers, chosen: {} });
    while (step.kind === 'ways') {
      const way = step.ways[Math.floor(chance() * step.ways.length)];
      if (way === undefined) throw new Error('A question without an answer that it allows was walked');
      step = walker.stepFrom(way);
    }
    return step.path;
  });
}

/** Numbers from 0 to 1 that look like chance and are the same for the same seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Every comparison of a rule set: of its questions, rows, deadlines and warnings. */
export function allComparisons(ruleSet: RuleSet): readonly Comparison[] {
  return [
    ...ruleSet.questions.map(({ visibleWhen }) => visibleWhen),
    ...ruleSet.tables.flatMap(({ rows }) => rows.map(({ when }) => when)),
    ...ruleSet.deadlines.map(({ when }) => when),
    ...ruleSet.warnings.map(({ when }) => when),
  ].flatMap(comparisonsIn);
}
