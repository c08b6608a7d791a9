import type { Engine } from '../engine/pglite-dialect.ts';
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
/** Of those in play a server gets a third at a time, and no fewer than this: then one batch is with it, one is drawn, and one is being read. */
const fewestAtServer = 8;

/**
 * Work that is ready in the same moment, or that comes while an earlier batch is under way, goes together: one commit for all of it.
 * Work that comes alone waits for no more than this turn of the event loop. The embedded engine works in this thread, where all that
 * wait go at once; a server works beside it, and is never left without a batch while this thread has answers to draw.
 */
export function gathered<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Settled<Result>[]>,
  engine: Engine,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let isRunning = false;
  let last = 0;
  const begin = (): Batch<Item, Result> => {
    const share = engine === 'server' ? Math.max(fewestAtServer, Math.ceil((waiting.length + last) / 3)) : mostTogether;
    const batch = waiting.splice(0, Math.min(share, mostTogether));
    last = batch.length;
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
      next = engine === 'server' && waiting.length * 2 >= batch.length ? begin() : null;
      // A query goes out in a later turn: heard at once, all these answers would be drawn before it.
      if (next !== null) await new Promise(setImmediate);
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
export function readTogether<Key, Row>(
  read: (keys: readonly Key[]) => Promise<readonly Row[]>,
  engine: Engine,
): (key: Key) => Promise<Row> {
  const work = (keys: readonly Key[]) => outsideTransaction(async () => (await read(keys)).map((result) => ({ result })));
  const line = gathered<Key, Row>(work, engine);
  return (key) => {
    refuseOuterUse();
    return line(key);
  };
}
