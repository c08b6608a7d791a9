/**
 * What comes while a batch is being written goes together into the next one: one transaction, and one flush to disk, for all of it.
 * Nobody is answered before their batch is committed. A batch that fails is written again item by item, so that each fault stays its own.
 */
export function inBatches<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
  most = 50,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let isWriting = false;
  const writeOne = async ({ item, resolve, reject }: Waiting<Item, Result>): Promise<void> => {
    try {
      resolve((await write([item]))[0] as Result);
    } catch (fault) {
      reject(fault);
    }
  };
  const writeAll = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      if (batch.length === 1) await Promise.all(batch.map(writeOne));
      else {
        try {
          const results = await write(batch.map(({ item }) => item));
          for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
        } catch {
          for (const one of batch) await writeOne(one);
        }
      }
    }
    isWriting = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isWriting) void writeAll();
    });
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (fault: unknown) => void;
}
