import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../local/engines/free-port.ts';
import { type PostgresEngine, startPostgres } from '../../local/engines/postgres.ts';
import { startStreams } from '../../local/engines/streams.ts';
import { APP_ROLE, letAppSignIn } from '../../platform/db/app-role.ts';
import { openDatabase } from '../../platform/db/connection.ts';
import type { Database } from '../../platform/db/database.ts';
import { migrate, readMigrations } from '../../platform/db/migrator.ts';
import { type Child, startChild } from '../integration/child.ts';

/** What fsync protects from is a power cut: a process that dies leaves what it wrote to the operating system. */
const SETTINGS = { fsync: 'off', max_connections: '60' };
const PASSWORD = 'of-the-app-in-fault-tests';

/** The event backbone, each part of it in a process of its own. */
export interface Backbone {
  /** What the processes find each other by. */
  readonly environment: Readonly<Record<string, string>>;
  /** As the owner of the schema. */
  readonly owner: Database;
  readonly streamsEndpoint: string;
  /** Where consumers keep how far they are. */
  readonly directory: string;
  /** A module in a process of its own, with the environment before its other arguments. */
  start(module: URL, ...args: readonly string[]): Promise<Child>;
  /** A database beside the one of the backbone, with nothing in it but the schema. */
  emptyDatabase(name: string): Promise<Database>;
  /** Ends the database as a crash does, and starts it again. */
  crashDatabase(signal: NodeJS.Signals, awayMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** Runs a fault on a backbone of its own, which ends with it. */
export async function withBackbone<Figures>(run: (backbone: Backbone) => Promise<Figures>): Promise<Figures> {
  const backbone = await startBackbone();
  try {
    return await run(backbone);
  } finally {
    await backbone.stop();
  }
}

async function startBackbone(): Promise<Backbone> {
  const directory = await mkdtemp(join(tmpdir(), 'heal7-backbone-'));
  const port = await freePort();
  const postgres = { directory: join(directory, 'postgres'), port, settings: SETTINGS };
  let server: PostgresEngine = await startPostgres(postgres);
  const owner = openDatabase({ url: server.url, connections: 2, applicationName: 'faults' });
  const migrations = await readMigrations(new URL('../../db/migrations/', import.meta.url));
  await migrate(owner, migrations);
  await letAppSignIn(owner.sql, PASSWORD);
  const streams = await startStreams({ directory: join(directory, 'streams') });
  const environment = {
    DATABASE_URL: Object.assign(new URL(server.url), { username: APP_ROLE, password: PASSWORD }).href,
    ...streams.environment,
  };
  const children: Child[] = [];
  const others: Database[] = [];
  return {
    environment,
    owner,
    streamsEndpoint: streams.endpoint,
    directory,
    async start(module, ...args) {
      const child = await startChild(module, JSON.stringify(environment), ...args);
      children.push(child);
      return child;
    },
    async emptyDatabase(name) {
      await owner.sql.unsafe(`create database ${name}`);
      const url = Object.assign(new URL(server.url), { pathname: name }).href;
      const database = openDatabase({ url, connections: 2, applicationName: 'faults' });
      others.push(database);
      await migrate(database, migrations);
      return database;
    },
    async crashDatabase(signal, awayMs) {
      process.kill(server.processId, signal);
      await delay(awayMs);
      server = await startPostgres(postgres);
      // The first statements meet connections of the former server.
      await Promise.allSettled([owner.sql`select 1`, owner.sql`select 1`]);
    },
    async stop() {
      await Promise.all(children.map(child => child.kill()));
      await Promise.all([owner, ...others].map(database => database.close()));
      await streams.stop();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
