import type { Run } from '../../app/checklists/ports.ts';

const most = 1_000;

/** Runs as this process saw them last. Whatever is decided by what stands in the database asks it. */
export interface SeenRuns {
  readonly last: (tenantId: string, id: string) => Run | null;
  readonly saw: (tenantId: string, run: Run | null) => Run | null;
}

/** Remembers the runs that were read or written last. */
export function createSeenRuns(): SeenRuns {
  const seen = new Map<string, Run>();
  return {
    last: (tenantId, id) => seen.get(`${tenantId}|${id}`) ?? null,
    saw: (tenantId, run) => {
      if (run === null) return null;
      const key = `${tenantId}|${run.id}`;
      seen.delete(key);
      seen.set(key, run);
      if (seen.size > most) seen.delete(seen.keys().next().value ?? '');
      return run;
    },
  };
}
