import { questionsIn } from '../condition.ts';
import type { RuleSet } from '../rule-set.ts';
import { questionById } from '../truth.ts';
import type { RuleFault } from './rule-fault.ts';

/** No question's being asked hangs on itself, however far round. */
export function visibilityCycles(ruleSet: RuleSet): readonly RuleFault[] {
  const faults: RuleFault[] = [];
  const done = new Set<string>();
  const visit = (id: string, above: readonly string[]): void => {
    const at = above.indexOf(id);
    if (at !== -1) {
      faults.push(cycleFault(ruleSet, [...above.slice(at), id]));
      return;
    }
    if (done.has(id)) return;
    for (const next of questionsIn(questionById(ruleSet, id)?.visibleWhen ?? null)) visit(next, [...above, id]);
    done.add(id);
  };
  for (const { id } of ruleSet.questions) visit(id, []);
  return faults;
}

function cycleFault(ruleSet: RuleSet, round: readonly string[]): RuleFault {
  const [first = ''] = round;
  return {
    kind: 'visibility-cycle',
    ruleSet,
    part: first,
    path: ['questions', ruleSet.questions.findIndex(({ id }) => id === first), 'visibleWhen'],
    what: 'is asked only when it was answered',
    example: round.join(' → '),
  };
}
