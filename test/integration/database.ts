import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { APP_ROLE } from '../../platform/db/app-role.ts';
import { openDatabase } from '../../platform/db/connection.ts';
import type { Database } from '../../platform/db/database.ts';
import { APP_PASSWORD, TEMPLATE, urlOf } from './server.ts';

/** A database of the calling file alone: migrated, with reference data, and gone after its tests. */
export interface TestDatabase {
  /** As functions reach it: as the role whose rights are to rows alone. */
  readonly database: Database;
  /** As the owner of its schema, for what functions may not do. */
  readonly owner: Database;
  /** To open it again, with other settings or from another process: as functions do. */
  readonly url: string;
  readonly ownerUrl: string;
}

/** Copies the template: 30 ms or so. To be called outside of tests or in `beforeAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  return copy(TEMPLATE, APP_ROLE);
}

/** As `testDatabase`, without a table, and so without rights to any but the owner: for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return copy('template0');
}

async function copy(template: string, user?: string): Promise<TestDatabase> {
  // Workers are counted from 1.
  const serverUrl = inject('postgresUrls')[Number(process.env.VITEST_POOL_ID) - 1]!;
  const server = openDatabase({ url: serverUrl, connections: 1, applicationName: 'test set-up' });
  const { sql } = server;
  const name = `test_${randomBytes(6).toString('hex')}`;
  // Copied files instead of a log of their contents: the template is large, and nothing needs to be durable.
  await sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`;
  const ownerUrl = urlOf(name, serverUrl);
  const url =
    user === undefined ? ownerUrl : Object.assign(new URL(ownerUrl), { username: user, password: APP_PASSWORD }).href;
  const database = openDatabase({ url, connections: 10, applicationName: 'tests' });
  const owner =
    user === undefined ? database : openDatabase({ url: ownerUrl, connections: 2, applicationName: 'tests, as owner' });
  afterAll(async () => {
    await Promise.all([database.close(), owner.close()]);
    // Ends what a test has left open.
    await sql`drop database ${sql(name)} with (force)`;
    await server.close();
  });
  return { database, owner, url, ownerUrl };
}
