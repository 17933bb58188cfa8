import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { loadReferenceData } from '../../db/reference-data.ts';
import { type PostgresEngine, startPostgres } from '../../local/engines/postgres.ts';
import { letAppSignIn } from '../../platform/db/app-role.ts';
import { openDatabase } from '../../platform/db/connection.ts';
import { migrate, readMigrations } from '../../platform/db/migrator.ts';
import { APP_PASSWORD, TEMPLATE, urlOf } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the superuser's own database on each worker's server, of which tests make theirs. */
    postgresUrls: readonly string[];
  }
}

/**
 * A server for each worker, with a migrated database of which each file gets a copy. Of their own, since transaction ids are a
 * server's: a transaction that is open in one file would hold back what another's relay and rebuilds may read.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const workers = Array.from({ length: project.vitest.config.maxWorkers });
  const starting = await Promise.allSettled(workers.map(startServer));
  const servers = starting.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []));
  const stop = async () => void (await Promise.all(servers.map(server => server.stop())));
  const failed = starting.find(each => each.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  project.provide(
    'postgresUrls',
    servers.map(({ url }) => url),
  );
  return stop;
}

async function startServer(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'heal7-integration-'));
  let server: PostgresEngine | undefined;
  const stop = async () => {
    await server?.stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    // What a test writes need not outlive the power.
    server = await startPostgres({
      directory,
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
    });
    await makeTemplate(server.url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: server.url, stop };
}

async function makeTemplate(url: string): Promise<void> {
  const settings = { connections: 1, applicationName: 'template' };
  const own = openDatabase({ ...settings, url });
  await own.sql`create database ${own.sql(TEMPLATE)}`;
  await own.close();
  const template = openDatabase({ ...settings, url: urlOf(TEMPLATE, url) });
  await migrate(template, await readMigrations(new URL('../../db/migrations/', import.meta.url)));
  await loadReferenceData(template);
  await letAppSignIn(template.sql, APP_PASSWORD);
  // A database can be copied only while nobody is connected to it.
  await template.close();
}
