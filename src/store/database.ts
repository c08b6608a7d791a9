import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type DatabaseConnection, Kysely, Migrator, PostgresDialect, PostgresDriver, sql } from 'kysely';
import pg from 'pg';
import { lockDataFolder } from './engine/data-lock.ts';
import { FsyncingFiles } from './engine/fsyncing-files.ts';
import { type Engine, pgliteDialect } from './engine/pglite-dialect.ts';
import { StoreError } from './errors.ts';
import { migrations } from './migrations/all.ts';
import { refuseOuterUse } from './transaction-guard.ts';

/** An open database, migrated. One code path on both engines. */
export interface Store {
  readonly engine: Engine;
  readonly db: Kysely<unknown>;
  /** How many times the embedded engine made the host flush; 0 on a server, which does so itself. */
  readonly fsyncs: () => number;
  readonly close: () => Promise<void>;
}

/** Where the data lie: a PostgreSQL server, or a folder for the embedded engine. */
export interface StoreOptions {
  readonly databaseUrl?: string | undefined;
  /** DATA_DIR: the engine's files are in its `db`, the lock and a key made at the first start beside them. */
  readonly dataFolder: string;
  /** The instant of opening, for the lock's message: ISO 8601. */
  readonly openedAt: string;
  /** A dump of a migrated database: a test starts from it in a fraction of the time. */
  readonly template?: Blob | undefined;
}

const int8 = 20;
const date = 1082;
const numeric = 1700;

/** Opens the database and brings its tables up to date. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const store = options.databaseUrl === undefined ? await openEmbedded(options) : openServer(options.databaseUrl);
  try {
    await migrate(store.db);
    if (store.engine === 'embedded') await proveDurable(store);
    return store;
  } catch (fault) {
    await store.close();
    throw fault;
  }
}

/** The embedded engine without flags that skip flushing, in a locked folder. */
async function openEmbedded({ dataFolder, openedAt, template }: StoreOptions): Promise<Store> {
  const folder = join(dataFolder, 'db');
  const unlock = lockDataFolder(folder, openedAt);
  try {
    const files = new FsyncingFiles(folder);
    const startParams = PGlite.defaultStartParams.filter((parameter) => parameter !== '-F');
    const database = await PGlite.create({
      fs: files,
      startParams: [...startParams, '-c', 'wal_sync_method=fsync'],
      parsers: { [int8]: checkedNumber, [date]: (text: string) => text, [numeric]: (text: string) => text },
      ...(template === undefined ? {} : { loadDataDir: template }),
    });
    const db = new Kysely<unknown>({ dialect: pgliteDialect(database) });
    return {
      engine: 'embedded',
      db,
      fsyncs: () => files.fsyncs,
      close: async () => {
        await db.destroy();
        unlock();
      },
    };
  } catch (fault) {
    unlock();
    throw fault;
  }
}

function openServer(connectionString: string): Store {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') => {
      if (oid === int8) return checkedNumber;
      if (oid === date || oid === numeric) return (text: string) => text;
      return pg.types.getTypeParser(oid, format as 'text');
    },
  };
  const pool = new pg.Pool({ connectionString, max: 10, types: types as pg.CustomTypesConfig });
  // A connection that breaks while idle is replaced at the next use; unheard, the event would end the process.
  pool.on('error', () => {});
  const dialect = new PostgresDialect({ pool });
  const db = new Kysely<unknown>({ dialect: Object.assign(dialect, { createDriver: () => new GuardedDriver({ pool }) }) });
  return { engine: 'server', db, fsyncs: () => 0, close: () => db.destroy() };
}

/** A server has connections to spare, but what deadlocks on the embedded engine must not pass here unseen. */
class GuardedDriver extends PostgresDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    refuseOuterUse();
    return super.acquireConnection();
  }
}

async function migrate(db: Kysely<unknown>): Promise<void> {
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    allowUnorderedMigrations: true,
  }).migrateToLatest();
  if (error !== undefined) throw error;
}

/** Internals of the embedded engine are used to flush: commit once and see that the host was asked to, or do not start. */
async function proveDurable({ db, fsyncs }: Store): Promise<void> {
  const before = fsyncs();
  await sql`insert into setting (tenant_id, name, value) values ('', 'opened', '1') on conflict (tenant_id, name) do update set value = ((setting.value #>> '{}')::int + 1)::text::jsonb`.execute(
    db,
  );
  if (fsyncs() === before) {
    throw new StoreError(
      'not-durable',
      'The embedded database commits without flushing to disk: this version of it cannot be trusted. Reinstall with "npm ci", or set DATABASE_URL.',
    );
  }
}

function checkedNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number))
    throw new StoreError('number-too-large', `A number in the database is too large to be read exactly: ${text}`);
  return number;
}
