import { type PlainDate, readPlainDate } from '../../domain/calendar/plain-date.ts';
import { ruleSetOfRun } from '../../domain/rules/adoption.ts';
import { teamOf } from '../access/directory.ts';
import { lastDecided } from './case-runs.ts';
import type { CaseDecision, Run } from './ports.ts';
import { type NotAllowed, type RunAsking, type RunDesk, refuse } from './run-desk.ts';

/** What a register counts and shows first: content. */
export interface RegisterRules {
  readonly placements: RegisterGroups & { readonly first: { readonly question: string; readonly value: string } };
  readonly exemptions: RegisterGroups & { readonly followUp: string };
}

/** The rule sets whose cases a register holds, and its groups in order. */
export interface RegisterGroups {
  readonly subject: string;
  /** What a decided outcome is called in the register, by the key of its text. */
  readonly groups: Readonly<Record<string, string>>;
  /** Decided outcomes that are no entry of the register. */
  readonly outside: readonly string[];
}

/** A case of a register; `isFirst` stands before the others: not activated for a year, or its follow-up has passed. */
export interface RegisterEntry {
  readonly run: Run;
  readonly decision: CaseDecision | null;
  readonly isFirst: boolean;
  readonly followUpOn: PlainDate | null;
}

/** The cases with one outcome; null is not yet placed. */
export interface RegisterGroup {
  readonly outcome: string | null;
  readonly entries: readonly RegisterEntry[];
}

/** The register of placements or exemptions: own cases, and the team's for its leader. What was only tried is in none. */
export async function readRegister(
  desk: RunDesk,
  { person, today }: RunAsking,
  rules: RegisterRules,
  kind: 'placements' | 'exemptions',
): Promise<{ readonly kind: 'register'; readonly groups: readonly RegisterGroup[] } | NotAllowed> {
  const member = person.objectId === null ? null : desk.directory.member(person.tenantId, person.objectId);
  if (member === null || person.roles.length === 0) return refuse(desk, person, `register:${kind}`);
  const owners = [member.objectId, ...teamOf(desk.directory, member).map(({ objectId }) => objectId)];
  const runs = await desk.store.runsOf(person.tenantId, owners, ['open', 'decided']);
  const wanted = runs.filter((run) => !run.isTrial && ruleSetOfRun(desk.ruleSets, run.ruleSet)?.subject === rules[kind].subject);
  const groups = new Map<string | null, RegisterEntry[]>();
  for (const run of standingOfCases(wanted)) {
    const decision = run.state === 'decided' ? (run.decisions.at(-1) ?? null) : null;
    const outcome = decision?.outcome ?? null;
    if (outcome === null ? kind === 'exemptions' : rules[kind].outside.includes(outcome)) continue;
    const value = (question: string) => run.answers.find((one) => one.question === question)?.value;
    const followUp = value(rules.exemptions.followUp);
    const answered = typeof followUp === 'string' ? readPlainDate(followUp) : null;
    const { question, value: first } = rules.placements.first;
    const standing =
      kind === 'placements'
        ? { isFirst: value(question) === first, followUpOn: null }
        : await followUpOf(desk, { tenantId: person.tenantId, today }, decision, {
            question: questionText(desk, run, rules.exemptions.followUp),
            answered,
          });
    groups.set(outcome, [...(groups.get(outcome) ?? []), { run, decision, ...standing }]);
  }
  const order = Object.keys(rules[kind].groups);
  const placeIn = (outcome: string | null) => (outcome === null ? order.length + 1 : order.indexOf(outcome) + 1 || order.length);
  const sorted = [...groups].sort(([a], [b]) => placeIn(a) - placeIn(b) || (a ?? '').localeCompare(b ?? ''));
  return {
    kind: 'register',
    groups: sorted.map(([outcome, entries]) => ({
      outcome,
      entries: entries.sort((a, b) => Number(b.isFirst) - Number(a.isFirst)),
    })),
  };
}

/** Of each case the run that was decided last: a begun checklist takes nothing away from it. Where none was decided, the newest. */
function standingOfCases(runs: readonly Run[]): readonly Run[] {
  const cases = [...new Set(runs.map(({ caseReference }) => caseReference))];
  return cases.flatMap((reference) => {
    const ofCase = runs.filter(({ caseReference }) => caseReference === reference);
    return lastDecided(ofCase) ?? ofCase[0] ?? [];
  });
}

function questionText({ ruleSets }: RunDesk, run: Run, id: string): string {
  return ruleSetOfRun(ruleSets, run.ruleSet)?.questions.find((question) => question.id === id)?.text ?? id;
}

/** The day of an exemption's follow-up, and whether it has passed undone: as its deadline stands, where the decision noted it. */
async function followUpOf(
  desk: RunDesk,
  { tenantId, today }: { readonly tenantId: string; readonly today: PlainDate },
  decision: CaseDecision | null,
  { question, answered }: { readonly question: string; readonly answered: PlainDate | null },
): Promise<Pick<RegisterEntry, 'followUpOn' | 'isFirst'>> {
  const kept = await Promise.all((decision?.deadlines ?? []).map((id) => desk.deadlines.find(tenantId, id)));
  // Its trigger may have been moved: it is known by the question that it counts from, in decisions before that was noted by the day.
  const deadline = kept.find((one) => one?.trigger?.what === question || one?.trigger?.on === answered) ?? null;
  const followUpOn = deadline?.dueOn ?? answered;
  return { followUpOn, isFirst: followUpOn !== null && followUpOn < today && (deadline === null || deadline.state === 'open') };
}
