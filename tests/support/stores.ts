import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { createSealer } from '../../src/store/core/sealer.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import type { Engine } from '../../src/store/engine/pglite-dialect.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

/** The two engines that every store test runs on. */
export const engines: readonly Engine[] = ['embedded', 'server'];
/** What free text is sealed with in tests. */
export const testSealer = createSealer('ab'.repeat(32));

/** A store, and the folder of its files where it is embedded. */
type FreshStore = Store & { readonly folder: string | null };

let server: Promise<PostgresServer> | undefined;
let template: Promise<Blob> | undefined;
let databases = 0;
const openedAt = '2026-11-23T08:00:00Z';

/** A fresh, migrated database, gone after `close`. One server and one migrated template serve all tests of the process. */
export async function freshStore(engine: Engine): Promise<FreshStore> {
  return engine === 'embedded'
    ? freshEmbedded()
    : { ...(await openStore({ databaseUrl: await freshServerDatabase(), dataFolder: '', openedAt })), folder: null };
}

/** The address of a fresh, empty database on a real server: two stores that open it are two replicas. */
export async function freshServerDatabase(): Promise<string> {
  server ??= startPostgres();
  const { url } = await server;
  databases += 1;
  const name = `t${process.pid}_${databases}`;
  const client = new pg.Client({ connectionString: url('postgres') });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return url(name);
}

async function freshEmbedded(): Promise<FreshStore> {
  template ??= migratedTemplate();
  const folder = mkdtempSync(join(tmpdir(), 'rettesnor-store-'));
  const store = await openStore({ dataFolder: join(folder, 'db'), openedAt, template: await template });
  return {
    ...store,
    folder,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function migratedTemplate(): Promise<Blob> {
  const folder = mkdtempSync(join(tmpdir(), 'rettesnor-template-'));
  const store = await openStore({ dataFolder: join(folder, 'db'), openedAt });
  await store.close();
  const database = await PGlite.create(join(folder, 'db', 'db'));
  const dump = await database.dumpDataDir('none');
  await database.close();
  rmSync(folder, { recursive: true, force: true });
  return dump;
}
