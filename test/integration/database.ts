import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { openDatabase } from '../../platform/db/connection.ts';
import type { Database } from '../../platform/db/database.ts';
import { TEMPLATE, urlOf } from './server.ts';

/** A database of the calling file alone: migrated, with reference data, and gone after its tests. */
export interface TestDatabase {
  readonly database: Database;
  /** To open it again, with other settings or from another process. */
  readonly url: string;
}

/** Copies the template: 30 ms or so. To be called outside of tests or in `beforeAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  return copy(TEMPLATE);
}

/** As `testDatabase`, without a table: for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return copy('template0');
}

async function copy(template: string): Promise<TestDatabase> {
  const server = openDatabase({ url: inject('postgresUrl'), connections: 1, applicationName: 'test set-up' });
  const { sql } = server;
  const name = `test_${randomBytes(6).toString('hex')}`;
  // Copied files instead of a log of their contents: the template is large, and nothing needs to be durable.
  await sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`;
  const url = urlOf(name, inject('postgresUrl'));
  const database = openDatabase({ url, connections: 10, applicationName: 'tests' });
  afterAll(async () => {
    await database.close();
    // Ends what a test has left open.
    await sql`drop database ${sql(name)} with (force)`;
    await server.close();
  });
  return { database, url };
}
