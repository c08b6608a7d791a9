import type { PlainDate } from '../calendar/plain-date.ts';
import type { Answers } from '../rules/answers.ts';
import { questionsOf } from '../rules/condition.ts';
import type { Decision } from '../rules/decide.ts';
import { tableComparisons, walkPaths } from '../rules/paths/paths.ts';
import type { DecisionTable, RuleSet } from '../rules/rule-set.ts';

/**
 * The fewest open questions that decide every table whatever is answered, with those that their answers open.
 * Empty where all is decided already.
 */
export function decidingQuestions(ruleSet: RuleSet, answers: Answers, asOf: PlainDate): readonly string[] {
  const found = new Set(tablesThatShareQuestions(ruleSet).flatMap((tables) => [...smallestSet(ruleSet, tables, answers, asOf)]));
  return ruleSet.questions.flatMap(({ id }) => (found.has(id) ? [id] : []));
}

/** Deepens one question at a time, so the first set that decides is a smallest. */
function smallestSet(ruleSet: RuleSet, tables: readonly DecisionTable[], answers: Answers, asOf: PlainDate): ReadonlySet<string> {
  const undecided = (chosen: ReadonlySet<string>) => undecidedBy(ruleSet, tables, { answers, asOf, only: chosen });
  let level: ReadonlyMap<string, ReadonlySet<string>> = new Map([['', new Set<string>()]]);
  while (true) {
    const next = new Map<string, ReadonlySet<string>>();
    for (const chosen of level.values()) {
      const lacking = undecided(chosen);
      if (lacking === null) return chosen;
      for (const id of lacking) {
        const wider = new Set([...chosen, id]);
        next.set([...wider].sort().join(), wider);
      }
    }
    if (next.size === 0) throw new Error(`${ruleSet.id}: an outcome is unknown although nothing is missing`);
    level = next;
  }
}

/** Questions of which at least one is needed as well; null where the chosen ones decide. */
function undecidedBy(
  ruleSet: RuleSet,
  tables: readonly DecisionTable[],
  walk: { readonly answers: Answers; readonly asOf: PlainDate; readonly only: ReadonlySet<string> },
): readonly string[] | null {
  let fewest: readonly string[] | null = null;
  for (const table of tables) {
    for (const { decision } of walkPaths(ruleSet, table, walk).paths) {
      for (const missing of missingSets(decision)) {
        const lacking = missing.filter((id) => !walk.only.has(id));
        if (lacking.length > 0 && (fewest === null || lacking.length < fewest.length)) fewest = lacking;
      }
    }
  }
  return fewest;
}

function missingSets(decision: Decision): readonly (readonly string[])[] {
  if (decision.kind === 'missing') return [decision.missing];
  return decision.kind === 'collected' ? decision.maybe.map(({ missing }) => missing) : [];
}

/** Tables that no question connects are decided apart. */
function tablesThatShareQuestions(ruleSet: RuleSet): readonly (readonly DecisionTable[])[] {
  let groups: readonly { readonly tables: readonly DecisionTable[]; readonly questions: ReadonlySet<string> }[] = [];
  for (const table of ruleSet.tables) {
    const questions = new Set(tableComparisons(ruleSet, table).flatMap(questionsOf));
    const joined = groups.filter((group) => [...questions].some((id) => group.questions.has(id)));
    groups = [
      ...groups.filter((group) => !joined.includes(group)),
      {
        tables: [...joined.flatMap(({ tables }) => tables), table],
        questions: new Set([...joined.flatMap((group) => [...group.questions]), ...questions]),
      },
    ];
  }
  return groups.map(({ tables }) => tables);
}
