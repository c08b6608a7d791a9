import type { PlainDate } from '../../../src/domain/calendar/plain-date.ts';
import { decidingQuestions } from '../../../src/domain/checklist/deciding-questions.ts';
import { isDecided, possibleOutcomes } from '../../../src/domain/checklist/evaluate.ts';
import { whatWouldChange } from '../../../src/domain/checklist/what-would-change.ts';
import type { Answers, AnswerValue } from '../../../src/domain/rules/answers.ts';
import { yes } from '../../../src/domain/rules/compile.ts';
import { decide, decisionReasons, firedRows, outcomesOf } from '../../../src/domain/rules/decide.ts';
import { type DecisionTable, isHumanDecision, type RuleSet } from '../../../src/domain/rules/rule-set.ts';
import { viewCase } from '../../../src/domain/rules/truth.ts';

/** A rule set on a day, with the answers that its conditions can tell apart. */
export interface World {
  readonly ruleSet: RuleSet;
  readonly asOf: PlainDate;
  readonly choices: ReadonlyMap<string, readonly (AnswerValue | null)[]>;
}

/** What is wrong with one combination of answers, in words; none where every law holds. */
export type Law = (world: World, answers: Answers) => readonly string[];

const read = ({ ruleSet, asOf }: World, table: DecisionTable, answers: Answers) =>
  decide(table, viewCase(ruleSet, answers, asOf));

function openQuestions({ ruleSet, asOf }: World, answers: Answers): readonly string[] {
  const view = viewCase(ruleSet, answers, asOf);
  return ruleSet.questions.flatMap(({ id }) => (view.visibility(id) === yes && view.known(id) === null ? [id] : []));
}

function valuesOf({ choices }: World, id: string): readonly AnswerValue[] {
  return (choices.get(id) ?? []).filter((value) => value !== null);
}

const isOptional = ({ ruleSet }: World, id: string) => ruleSet.questions.some((each) => each.id === id && !each.isRequired);

/** Exactly one outcome, missing answers that are named, or a person's decision that is named. */
export const oneOutcome: Law = (world, answers) =>
  world.ruleSet.tables.flatMap((table) => {
    const decision = read(world, table, answers);
    if (decision.kind === 'collected')
      return decision.maybe.some(({ missing }) => missing.length === 0) ? ['nothing missing'] : [];
    if (decision.kind === 'missing') return decision.missing.length === 0 ? [`${table.id}: nothing missing`] : [];
    const reasons = decisionReasons(decision, viewCase(world.ruleSet, answers, world.asOf));
    return outcomesOf(decision).some(isHumanDecision) && reasons.length === 0 ? [`${table.id}: unnamed human decision`] : [];
  });

/** What is decided while an answer is unknown stays so when it is known. */
export const unknownIsNotNo: Law = (world, answers) =>
  openQuestions(world, answers)
    .filter((id) => !isOptional(world, id))
    .flatMap((id) =>
      valuesOf(world, id).flatMap((value) =>
        world.ruleSet.tables.flatMap((table) => {
          const before = read(world, table, answers);
          const after = read(world, table, { ...answers, [id]: value });
          const kept = firedRows(before).every((row) => firedRows(after).includes(row));
          const mayFire = before.kind === 'collected' ? [...before.rows, ...before.maybe.map(({ row }) => row)] : table.rows;
          const isNew = firedRows(after).some((row) => !mayFire.includes(row));
          const same = before.kind !== 'no-row' || after.kind === 'no-row';
          return kept && same && !isNew ? [] : [`${table.id}: ${id}=${value} contradicts what was decided without it`];
        }),
      ),
    );

/** The possible outcomes are those that trying every completion reaches. */
export const possibleIsReached: Law = (world, answers) =>
  world.ruleSet.tables.flatMap((table) => {
    if (isDecided(read(world, table, answers))) return [];
    const wanted = [...completions(world, table, answers)].sort().join();
    const got = [...possibleOutcomes(world.ruleSet, table, answers, world.asOf)].sort().join();
    return wanted === got ? [] : [`${table.id}: possible ${got}, reached ${wanted}`];
  });

function completions(
  world: World,
  table: DecisionTable,
  answers: Answers,
  left: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const next = openQuestions(world, answers).find((id) => !left.has(id));
  if (next === undefined) {
    const decision = read(world, table, answers);
    return decision.kind === 'missing' ? new Set() : new Set(outcomesOf(decision));
  }
  const answered = valuesOf(world, next).flatMap((value) => [...completions(world, table, { ...answers, [next]: value }, left)]);
  const open = isOptional(world, next) ? [...completions(world, table, answers, new Set([...left, next]))] : [];
  return new Set([...answered, ...open]);
}

/** Making the changes gives the other outcome, and no single change gives it where more are named. */
export const changesChange: Law = (world, answers) =>
  world.ruleSet.tables.flatMap((table) => {
    const outcomesWith = (changed: Answers) => outcomesOf(read(world, table, changed));
    const now = outcomesWith(answers);
    const known = world.ruleSet.questions.map(({ id }) => id);
    return whatWouldChange(world.ruleSet, table, answers, world.asOf).flatMap(({ outcome, changes }) => {
      const made = changes.reduce<Answers>((sum, { question, to }) => changed(sum, question, to?.[0] ?? null), answers);
      if (now.includes(outcome) || !outcomesWith(made).includes(outcome)) return [`${table.id}: ${outcome} is not reached`];
      if (changes.length === 1) return [];
      const single = known.find((id) =>
        valuesOf(world, id).some((value) => outcomesWith({ ...answers, [id]: value }).includes(outcome)),
      );
      return single === undefined ? [] : [`${table.id}: ${single} alone gives ${outcome}`];
    });
  });

function changed(answers: Answers, id: string, value: AnswerValue | null): Answers {
  const { [id]: _before, ...rest } = answers;
  return value === null ? rest : { ...rest, [id]: value };
}

/** Answering the deciding questions decides, whatever is answered, and one question fewer does not. */
export const decidingDecides: Law = (world, answers) => {
  const deciding = decidingQuestions(world.ruleSet, answers, world.asOf);
  if (!decides(world, answers, deciding)) return [`${deciding.join()} do not decide`];
  const fewer = deciding.find((id) =>
    decides(
      world,
      answers,
      deciding.filter((each) => each !== id),
    ),
  );
  return fewer === undefined ? [] : [`${fewer} is not needed`];
};

function decides(world: World, answers: Answers, ids: readonly string[]): boolean {
  const next = openQuestions(world, answers).find((id) => ids.includes(id));
  if (next !== undefined) return valuesOf(world, next).every((value) => decides(world, { ...answers, [next]: value }, ids));
  return world.ruleSet.tables.every((table) => isDecided(read(world, table, answers)));
}
