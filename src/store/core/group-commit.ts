/** What became of one piece of work of a batch. */
export type Settled<Result> = { readonly result: Result } | { readonly fault: unknown };

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly settle: (settled: Settled<Result>) => void;
}

/** No batch is larger: nobody waits for more than this many others. */
const mostTogether = 64;

/**
 * Work that comes while an earlier batch is under way waits for it and then goes together: one commit for all of it. Work that comes
 * alone is never held back.
 */
export function gathered<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Settled<Result>[]>,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let isRunning = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, mostTogether);
      const settled = await work(batch.map(({ item }) => item)).catch((fault: unknown) => batch.map(() => ({ fault })));
      for (const [index, { settle }] of batch.entries())
        settle(settled[index] ?? { fault: new Error('a batch gave too few results') });
    }
    isRunning = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, settle: (settled) => ('result' in settled ? resolve(settled.result) : reject(settled.fault)) });
      if (!isRunning) void run();
    });
}
