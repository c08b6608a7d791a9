import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import { refuseOuterUse } from '../transaction-guard.ts';

/** Where a database works: in this thread, or beside it. */
export type Engine = 'embedded' | 'server';

class EmbeddedAdapter extends PostgresAdapter {}

/** The engine that a database or transaction is on. */
export function engineOf<Database>(db: Kysely<Database>): Engine {
  return db.getExecutor().adapter instanceof EmbeddedAdapter ? 'embedded' : 'server';
}

/** Kysely on the embedded PostgreSQL: one connection, taken in turns. */
export function pgliteDialect(database: PGlite): Dialect {
  return {
    createAdapter: () => new EmbeddedAdapter(),
    createDriver: () => new PgliteDriver(database),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class PgliteDriver implements Driver {
  private readonly database: PGlite;
  private readonly connection: PgliteConnection;
  /** The end of the line: whoever comes waits for it. */
  private last: Promise<void> = Promise.resolve();
  private letGo: (() => void) | null = null;

  constructor(database: PGlite) {
    this.connection = new PgliteConnection(database);
    this.database = database;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    refuseOuterUse();
    const before = this.last;
    let free: () => void = () => {};
    this.last = new Promise((resolve) => {
      free = resolve;
    });
    await before;
    this.letGo = free;
    return this.connection;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(): Promise<void> {
    this.letGo?.();
  }

  async destroy(): Promise<void> {
    await this.database.close();
  }
}

class PgliteConnection implements DatabaseConnection {
  private readonly database: PGlite;

  constructor(database: PGlite) {
    this.database = database;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, affectedRows } = await this.database.query<Row>(query.sql, [...query.parameters]);
    return { rows, numAffectedRows: BigInt(affectedRows ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: the interface wants a generator, and the embedded engine has no cursor over its one connection.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('The embedded database does not stream.');
  }
}
