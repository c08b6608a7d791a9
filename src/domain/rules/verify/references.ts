import { questionsIn } from '../condition.ts';
import { humanDecision, isHumanDecision, type RuleSet } from '../rule-set.ts';
import { questionById } from '../truth.ts';
import type { RuleFault } from './rule-fault.ts';
import { conditionedParts } from './rule-parts.ts';

/** Every id that a rule set names exists, each once; every question is used; every code has its words. */
export function referenceFaults(
  ruleSet: RuleSet,
  known: readonly RuleSet[],
  commonTexts: ReadonlySet<string>,
): readonly RuleFault[] {
  return [
    ...danglingQuestions(ruleSet),
    ...danglingDeadlines(ruleSet),
    ...danglingOutcomes(ruleSet),
    ...danglingChecklists(ruleSet, known),
    ...doubleIds(ruleSet),
    ...unusedQuestions(ruleSet),
    ...missingTexts(ruleSet, commonTexts),
  ];
}

function danglingQuestions(ruleSet: RuleSet): readonly RuleFault[] {
  const inConditions = conditionedParts(ruleSet).flatMap(({ id, path, when }) =>
    questionsIn(when).flatMap((question) => dangling(ruleSet, id, path, question)),
  );
  const inReasons = ruleSet.tables.flatMap(({ rows }, table) =>
    rows.flatMap(({ id, reasonsByQuestion }, at) =>
      Object.keys(reasonsByQuestion).flatMap((question) => dangling(ruleSet, id, ['tables', table, 'rows', at], question)),
    ),
  );
  const metBy = ruleSet.deadlines.flatMap(({ id, metBy }, at) =>
    metBy === null ? [] : dangling(ruleSet, id, ['deadlines', at, 'metBy'], metBy),
  );
  return [...inConditions, ...inReasons, ...metBy, ...ruleSet.deadlines.flatMap((_due, at) => baseFaults(ruleSet, at))];
}

function dangling(ruleSet: RuleSet, part: string, path: readonly PropertyKey[], question: string): readonly RuleFault[] {
  if (questionById(ruleSet, question) !== null) return [];
  const what = `names the question "${question}", which does not exist`;
  return [{ kind: 'dangling-id', ruleSet, part, path, what, example: nearest(question, idsOf(ruleSet.questions)) }];
}

function baseFaults(ruleSet: RuleSet, at: number): readonly RuleFault[] {
  const due = ruleSet.deadlines[at];
  if (due === undefined || (due.day.kind !== 'relative' && due.day.kind !== 'given')) return [];
  const { base } = due.day;
  const question = questionById(ruleSet, base);
  if (question?.type === 'date') return [];
  const what = `counts from "${base}", which is ${question === null ? 'no question' : `a ${question.type}, not a date`}`;
  const example = nearest(base, idsOf(ruleSet.questions.filter(({ type }) => type === 'date')));
  return [{ kind: 'deadline-without-base', ruleSet, part: due.id, path: ['deadlines', at, 'base'], what, example }];
}

function danglingDeadlines(ruleSet: RuleSet): readonly RuleFault[] {
  const known = new Set(idsOf(ruleSet.deadlines));
  return ruleSet.tables.flatMap(({ rows }, table) =>
    rows.flatMap(({ id, deadlines }, at) =>
      deadlines
        .filter((deadline) => !known.has(deadline))
        .map((deadline) => ({
          kind: 'dangling-id' as const,
          ruleSet,
          part: id,
          path: ['tables', table, 'rows', at, 'deadlines'],
          what: `lists the deadline "${deadline}", which does not exist`,
          example: nearest(deadline, [...known]),
        })),
    ),
  );
}

function danglingOutcomes(ruleSet: RuleSet): readonly RuleFault[] {
  const outcomes = new Set([...ruleSet.tables.flatMap(({ rows }) => rows.map(({ outcome }) => outcome)), humanDecision]);
  const partsOf = (list: 'deadlines' | 'warnings') =>
    ruleSet[list].map(({ id, appliesTo }, at) => ({ id, appliesTo, path: [list, at, 'appliesTo'] }));
  return [...partsOf('deadlines'), ...partsOf('warnings')].flatMap(({ id, appliesTo, path }) =>
    (appliesTo ?? [])
      .filter((outcome) => !outcomes.has(outcome))
      .map((outcome) => ({
        kind: 'dangling-id' as const,
        ruleSet,
        part: id,
        path,
        what: `applies to the outcome "${outcome}", which no row gives`,
        example: nearest(outcome, [...outcomes]),
      })),
  );
}

/** One municipality's result never leads into another's checklist. */
function danglingChecklists(ruleSet: RuleSet, known: readonly RuleSet[]): readonly RuleFault[] {
  const own = idsOf(known.filter(({ municipality }) => municipality === ruleSet.municipality));
  return ruleSet.tables.flatMap(({ rows }, table) =>
    rows.flatMap(({ id, opensChecklist }, at) =>
      opensChecklist === null || own.includes(opensChecklist)
        ? []
        : [
            {
              kind: 'dangling-id' as const,
              ruleSet,
              part: id,
              path: ['tables', table, 'rows', at, 'opensChecklist'],
              what: `opens "${opensChecklist}", which is no checklist of ${ruleSet.municipality}`,
              example: nearest(opensChecklist, own),
            },
          ],
    ),
  );
}

function doubleIds(ruleSet: RuleSet): readonly RuleFault[] {
  const parts = [
    ...ruleSet.questions.map(({ id }, at) => ({ id, path: ['questions', at] })),
    ...ruleSet.tables.flatMap(({ id, rows }, table) => [
      { id, path: ['tables', table] },
      ...rows.map((row, at) => ({ id: row.id, path: ['tables', table, 'rows', at] })),
    ]),
    ...ruleSet.deadlines.map(({ id }, at) => ({ id, path: ['deadlines', at] })),
    ...ruleSet.warnings.map(({ id }, at) => ({ id, path: ['warnings', at] })),
  ];
  return parts
    .filter(({ id }, at) => parts.findIndex((other) => other.id === id) < at)
    .map(({ id, path }) => ({
      kind: 'duplicate-id',
      ruleSet,
      part: id,
      path,
      what: 'is used twice',
      example: `give one another id`,
    }));
}

function unusedQuestions(ruleSet: RuleSet): readonly RuleFault[] {
  const days = ruleSet.deadlines.flatMap(({ day, metBy }) => [
    ...(day.kind === 'relative' || day.kind === 'given' ? [day.base] : []),
    ...(metBy === null ? [] : [metBy]),
  ]);
  const used = new Set([...conditionedParts(ruleSet).flatMap(({ when }) => questionsIn(when)), ...days]);
  return ruleSet.questions.flatMap(({ id }, at) =>
    used.has(id)
      ? []
      : [
          {
            kind: 'unused-question' as const,
            ruleSet,
            part: id,
            path: ['questions', at],
            what: 'is asked, but no row, deadline, warning or question uses it',
            example: 'every answer gives the same result',
          },
        ],
  );
}

function missingTexts(ruleSet: RuleSet, common: ReadonlySet<string>): readonly RuleFault[] {
  const has = (code: string) => Object.hasOwn(ruleSet.texts, code) || common.has(code);
  const wordsOf = (outcome: string) =>
    isHumanDecision(outcome) && outcome !== humanDecision ? outcome.split(':').slice(1) : [outcome];
  const parts = [
    ...ruleSet.questions.map(({ id, options, labels }, at) => ({
      id,
      path: ['questions', at],
      codes: options.filter((option) => !Object.hasOwn(labels, option)),
    })),
    ...ruleSet.tables.flatMap(({ rows }, table) =>
      rows.map((row, at) => ({
        id: row.id,
        path: ['tables', table, 'rows', at],
        codes: [
          ...[row.outcome, ...row.candidates].flatMap(wordsOf),
          ...[...row.reasons, ...Object.values(row.reasonsByQuestion), ...row.scope, ...row.responsible],
        ],
      })),
    ),
    ...ruleSet.deadlines.map(({ id }, at) => ({ id, path: ['deadlines', at], codes: [id] })),
  ];
  return parts.flatMap(({ id, path, codes }) =>
    [...new Set(codes)]
      .filter((code) => !has(code))
      .map((code) => ({
        kind: 'missing-text' as const,
        ruleSet,
        part: id,
        path,
        what: `has no words for "${code}"`,
        example: `add "${code}" under texts`,
      })),
  );
}

function idsOf(parts: readonly { readonly id: string }[]): readonly string[] {
  return [...new Set(parts.map(({ id }) => id))];
}

/** The known id that begins most alike. */
function nearest(id: string, known: readonly string[]): string {
  const alike = (other: string) => [...id].findIndex((sign, at) => other[at] !== sign);
  const [best] = [...known].sort((a, b) => (alike(b) === -1 ? id.length : alike(b)) - (alike(a) === -1 ? id.length : alike(a)));
  return best === undefined ? 'there is none' : `"${best}" exists`;
}
