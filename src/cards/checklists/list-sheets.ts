import type { Run } from '../../app/checklists/ports.ts';
import type { RegisterGroup } from '../../app/checklists/registers.ts';
import type { RunState } from '../../app/checklists/show-run.ts';
import { wordFor } from '../../domain/rules/describe/words.ts';
import type { RuleSet } from '../../domain/rules/rule-set.ts';
import type { Card } from '../card.ts';
import { dayText, instantText } from '../words/day.ts';
import { executes, type RunView, runVerbs } from './run-view.ts';
import { checklistSheet } from './sheet.ts';

/** The checklists that are offered, each with a field for the case. */
export function offeredCard(offered: readonly { readonly ruleSet: RuleSet; readonly isTrial: boolean }[], view: RunView): Card {
  const { texts } = view;
  return checklistSheet({
    title: texts('checklists.offered'),
    lead: texts('checklists.offered-lead'),
    sections: offered.map(({ ruleSet, isTrial }) => ({
      heading: ruleSet.title,
      lines: [
        [texts(`rules.standing-${ruleSet.standing}`), ruleSet.period, isTrial ? texts('checklists.trial') : '']
          .filter((part) => part !== '')
          .join(' · '),
      ],
      actions: [executes(runVerbs.start, texts('checklists.start'), { checklist: ruleSet.id })],
    })),
    inputs: [{ type: 'Input.Text', id: 'case', label: texts('checklists.case'), maxLength: 40 }],
  });
}

const mostRuns = 15;

/** Open runs, each with a button that opens it. */
export function runsCard(
  { title, lead = '' }: { readonly title: string; readonly lead?: string },
  runs: readonly { readonly run: Run; readonly name: string }[],
  view: RunView,
): Card {
  const { texts } = view;
  return checklistSheet({
    title,
    lead: lead !== '' ? lead : runs.length === 0 ? texts('checklists.none-open') : '',
    foot: runs.length > mostRuns ? texts('checklists.more-runs', { count: runs.length - mostRuns }) : '',
    sections: runs.slice(0, mostRuns).map(({ run, name }) => ({
      heading: texts('checklists.title', { title: name, case: run.caseReference }),
      lines: [
        [
          instantText(run.startedAt, view.language),
          ...(run.isTrial ? [texts('checklists.is-trial')] : []),
          ...(run.decisions.at(-1)?.kind === 'sent' ? [texts('checklists.is-with-leader')] : []),
        ].join(' \u00b7 '),
      ],
      actions: [executes(runVerbs.view, texts('checklists.open'), { run: run.id })],
    })),
  });
}

/** A register to be shown: what its groups are called is content. */
export interface RegisterSheet {
  readonly kind: 'placements' | 'exemptions';
  readonly groups: readonly RegisterGroup[];
  readonly names: Readonly<Record<string, string>>;
}

/** A register: its groups with their cases, those first that come first; what asks for somebody at once stands at the top. */
export function registerSheet({ kind, groups, names }: RegisterSheet, sets: readonly RuleSet[], view: RunView): Card {
  const { texts } = view;
  const line = ({ run, isFirst }: RegisterGroup['entries'][number]) =>
    isFirst ? texts(`checklists.register-first-${kind}`, { case: run.caseReference }) : run.caseReference;
  const section = (name: string, entries: RegisterGroup['entries'], lines: readonly string[] = entries.map(line)) => ({
    heading: texts('checklists.register-group', { name, count: entries.length }),
    lines,
  });
  const nameOf = (outcome: string | null) => {
    if (outcome === null) return texts('checklists.not-placed');
    const key = names[outcome];
    const ruleSet = sets.find((each) => each.texts[outcome] !== undefined);
    return key !== undefined ? texts(`checklists.${key}`) : ruleSet === undefined ? outcome : wordFor(ruleSet, outcome, texts);
  };
  const passed = kind === 'exemptions' ? groups.flatMap(({ entries }) => entries.filter(({ isFirst }) => isFirst)) : [];
  const days = passed.map(({ run, followUpOn }) =>
    [run.caseReference, ...(followUpOn ? [dayText(followUpOn, view.language)] : [])].join(' \u00b7 '),
  );
  return checklistSheet({
    title: texts(`checklists.register-${kind}`),
    lead: groups.length === 0 ? texts('checklists.register-empty') : '',
    sections: [
      ...(passed.length > 0
        ? [{ ...section(texts('checklists.follow-up-passed'), passed, days), style: 'warning' as const }]
        : []),
      ...groups.map(({ outcome, entries }) => section(nameOf(outcome), entries)),
    ],
  });
}

/** Who will see the card is said before it is shared. */
export function shareCard({ run, ruleSet }: RunState, people: number, view: RunView): Card {
  const { texts } = view;
  return checklistSheet({
    title: texts('checklists.share'),
    lead: texts('checklists.share-lead', { count: people, title: ruleSet.title }),
    actions: [{ ...executes(runVerbs.share, texts('checklists.share-yes'), { run: run.id }), style: 'positive' }],
  });
}

/** What stays where a run's card stood before it was taken up again further down. */
export function movedCard({ ruleSet }: RunState, { texts }: RunView): Card {
  return checklistSheet({ title: texts('checklists.moved'), lead: texts('checklists.over-lead', { title: ruleSet.title }) });
}
