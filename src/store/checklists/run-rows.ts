import type { CaseDecision, Run, RunAnswer, SharedAt } from '../../app/checklists/ports.ts';
import type { Sealer } from '../core/sealer.ts';

/** A run as the database makes JSON of it: the newest answer of each question, every decision. */
export interface RunRow extends Omit<Run, 'answers' | 'decisions' | 'sharedAt'> {
  readonly answers: readonly (Omit<RunAnswer, 'value'> & { readonly value: string })[];
  readonly decisions: readonly { readonly number: number; readonly body: string }[];
  readonly sharedAt: readonly SharedAt[];
}

/** As it was recorded: the first versions did not note the deadlines. */
type NotedDecision = Omit<CaseDecision, 'deadlines'> & Partial<Pick<CaseDecision, 'deadlines'>>;

/** What an answer is sealed for: it opens on its own row only. */
export function answerPlace(tenantId: string, run: string, question: string, version: number): string {
  return JSON.stringify([tenantId, 'run_answer', run, question, version]);
}

/** What a decision is sealed for. */
export function decisionPlace(tenantId: string, run: string, number: number): string {
  return JSON.stringify([tenantId, 'case_decision', run, number]);
}

/** A stored row as a run. A version of an answer never changes: those that are `known` are not opened again. */
export function runOf(row: RunRow, tenantId: string, sealer: Sealer, known: readonly RunAnswer[] = []): Run {
  return {
    ...row,
    answers: row.answers.map((one) => {
      const same = known.find(({ question, version }) => question === one.question && version === one.version);
      if (same !== undefined) return same;
      return { ...one, value: JSON.parse(sealer.open(one.value, answerPlace(tenantId, row.id, one.question, one.version))) };
    }),
    decisions: row.decisions.map(({ number, body }) => {
      const noted = JSON.parse(sealer.open(body, decisionPlace(tenantId, row.id, number))) as NotedDecision;
      return { ...noted, deadlines: noted.deadlines ?? [] };
    }),
  };
}

/** A run to which these answers came and nothing else, in the order in which it would be read. */
export function withAnswers(run: Run, fresh: readonly RunAnswer[], revision: number): Run {
  const others = run.answers.filter(({ question }) => fresh.every((one) => one.question !== question));
  const answers = [...others, ...fresh].sort((a, b) => a.at - b.at || (a.question < b.question ? -1 : 1));
  return { ...run, revision, answers };
}
