import { createReadStream, createWriteStream, existsSync, renameSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { promises as streams } from 'node:stream';
import { readConfig } from '../../config/config.ts';
import { createSealer, readOrMakeKey } from '../../store/core/sealer.ts';
import { openStore, type Store } from '../../store/database.ts';
import { exportData } from '../../store/transfer/export-data.ts';
import { importData } from '../../store/transfer/import-data.ts';
import { sealOldRows } from '../../store/transfer/seal-old-rows.ts';
import type { CliCommand, CommandIo } from '../command.ts';

/** `data export FILE|-`, `data import FILE|-`: everything that is kept, as JSON lines; the way to another engine or version. */
export const dataCommand: CliCommand = {
  name: 'data',
  usage: 'data export FILE|-   |   data import FILE|-   everything that is kept, as JSON lines, between engines and versions',
  run: async ([what, file], io) => {
    if (file === undefined || (what !== 'export' && what !== 'import'))
      throw new Error('write: data export FILE, or data import FILE');
    if (what === 'export' && file !== '-' && existsSync(file)) throw new Error(`${file} exists already: choose another name`);
    if (what === 'import' && file !== '-' && !existsSync(file)) throw new Error(`there is no file ${file}`);
    const { DATABASE_URL: databaseUrl, DATA_DIR: dataFolder, ENCRYPTION_KEY: key } = readConfig(io.env);
    const store = await openStore({ databaseUrl, dataFolder, openedAt: new Date().toISOString() });
    try {
      const sealer = createSealer(readOrMakeKey(dataFolder, key));
      const { keyId } = sealer;
      if (what === 'export') await sealOldRows(store, sealer);
      const rows = await (what === 'export' ? toFile(store, keyId, file, io) : importData(store.db, keyId, linesOf(file, io)));
      if (what === 'import') await sealOldRows(store, sealer);
      io.err(`${rows} rows`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

/** Under its own name only when it is whole and on the disk. Readable by its owner only. */
async function toFile({ db }: Store, keyId: string, file: string, io: CommandIo): Promise<number> {
  if (file === '-') return exportData(db, keyId, io.out);
  const stream = createWriteStream(`${file}.part`, { mode: 0o600, flush: true });
  const rows = await exportData(db, keyId, async (line) => {
    if (!stream.write(`${line}\n`)) await new Promise<void>((resolve) => stream.once('drain', resolve));
  });
  stream.end();
  await streams.finished(stream);
  renameSync(`${file}.part`, file);
  return rows;
}

function linesOf(file: string, io: CommandIo): AsyncIterable<string> {
  return file === '-' ? io.lines : createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}
