import type { Run } from '../../app/checklists/ports.ts';

const mostRemembered = 2_000;

/** Tells whether a card of a run is newer than what its message was given before: of two presses at once, the one that finishes last may know less. */
export function createNewestCards(): (messageId: string, run: Run) => boolean {
  const shown = new Map<string, { readonly run: string; readonly age: number }>();
  return (messageId, run) => {
    const age = ageOf(run);
    const before = shown.get(messageId);
    if (before !== undefined && before.run === run.id && before.age > age) return false;
    shown.delete(messageId);
    shown.set(messageId, { run: run.id, age });
    const [oldest] = shown.keys();
    if (shown.size > mostRemembered && oldest !== undefined) shown.delete(oldest);
    return true;
  };
}

/** Answers, decisions and the end only ever add to a run: the more, the newer. */
function ageOf({ answers, decisions, state }: Run): number {
  const versions = answers.reduce((sum, { version }) => sum + version, 0);
  return versions + decisions.length + (state === 'open' ? 0 : 1);
}
