import { outsideTransaction, refuseOuterUse } from '../transaction-guard.ts';

/** What became of one piece of work of a batch. */
export type Settled<Result> = { readonly result: Result } | { readonly fault: unknown };

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly settle: (settled: Settled<Result>) => void;
}

/** Work that is under way together. */
interface Batch<Item, Result> {
  readonly batch: readonly Waiting<Item, Result>[];
  readonly settled: Promise<readonly Settled<Result>[]>;
}

/** No batch is larger: nobody waits for more than this many others. */
const mostTogether = 64;

/**
 * Work that is ready in the same moment, or that comes while an earlier batch is under way, goes together: one commit for all of it.
 * Work that comes alone waits for no more than this turn of the event loop.
 */
export function gathered<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Settled<Result>[]>,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let isRunning = false;
  const begin = (): Batch<Item, Result> => {
    const batch = waiting.splice(0, mostTogether);
    const items = batch.map(({ item }) => item);
    return { batch, settled: work(items).catch((fault: unknown) => items.map(() => ({ fault }))) };
  };
  const run = async (): Promise<void> => {
    isRunning = true;
    let next: Batch<Item, Result> | null = null;
    while (next !== null || waiting.length > 0) {
      // What is ready in the same moment goes together: the embedded engine works in this thread, and would else take each alone.
      if (next === null) await new Promise(setImmediate);
      const { batch, settled }: Batch<Item, Result> = next ?? begin();
      const results = await settled;
      // A server works on the next batch while this one's answers are drawn.
      next = waiting.length * 2 >= batch.length ? begin() : null;
      for (const [index, { settle }] of batch.entries())
        settle(results[index] ?? { fault: new Error('a batch gave too few results') });
    }
    isRunning = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, settle: (settled) => ('result' in settled ? resolve(settled.result) : reject(settled.fault)) });
      if (!isRunning) void run();
    });
}

/** Reads what is asked for at the same time in one query: `read` answers in the order of the keys. */
export function readTogether<Key, Row>(read: (keys: readonly Key[]) => Promise<readonly Row[]>): (key: Key) => Promise<Row> {
  const line = gathered<Key, Row>((keys) => outsideTransaction(async () => (await read(keys)).map((result) => ({ result }))));
  return (key) => {
    refuseOuterUse();
    return line(key);
  };
}
