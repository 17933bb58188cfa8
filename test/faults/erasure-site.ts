import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type DynamoDb, startDynamoDb } from '../../local/engines/dynamodb.ts';
import { type PostgresEngine, startPostgres } from '../../local/engines/postgres.ts';
import { openDatabase } from '../../platform/db/connection.ts';
import type { Database } from '../../platform/db/database.ts';
import { createDynamoClient, type Table } from '../../platform/dynamodb/client.ts';
import { documentsTable, keysTable } from '../../platform/dynamodb/tables.ts';

const run = promisify(execFile);

/** An engine's data. DynamoDB's has the keys in it, and documents. */
export type Store = 'postgres' | 'dynamodb';

const COPY_DEADLINE_MS = 60_000;

/** What a backup does not wait for: the disk. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off' };

/** PostgreSQL and DynamoDB on a folder, whose data can be copied and put back: while they are stopped, as files. */
export class ErasureSite {
  readonly #directory: string;
  #postgres: PostgresEngine | undefined;
  #dynamodb: DynamoDb | undefined;
  #database: Database | undefined;
  #client: Table['client'] | undefined;

  constructor(directory: string) {
    this.#directory = directory;
  }

  get database(): Database {
    return this.#database!;
  }

  get keys(): Table {
    return { client: this.#client!, name: keysTable.name };
  }

  get documents(): Table {
    return { client: this.#client!, name: documentsTable.name };
  }

  async start(): Promise<void> {
    this.#postgres = await startPostgres({ directory: this.#path('postgres'), settings: SETTINGS });
    this.#dynamodb = await startDynamoDb({ directory: this.#path('dynamodb') });
    this.#database = openDatabase({ url: this.#postgres.url, connections: 4, applicationName: 'faults' });
    this.#client = createDynamoClient('local', this.#dynamodb.endpoint);
  }

  async stop(): Promise<void> {
    this.#client?.destroy();
    await this.#database?.close();
    await this.#dynamodb?.stop();
    await this.#postgres?.stop();
    this.#dynamodb = undefined;
    this.#postgres = undefined;
  }

  /** A copy of both, of one moment. */
  async backUp(number: number): Promise<void> {
    await this.stop();
    for (const store of ['postgres', 'dynamodb'] as const) {
      await copy(this.#path(store), this.#path(`backup-${number}-${store}`));
    }
    await this.start();
  }

  /** Puts copies in place of what is there. */
  async restore(number: number, stores: readonly Store[]): Promise<void> {
    await this.stop();
    for (const store of stores) {
      await rm(this.#path(store), { recursive: true });
      await copy(this.#path(`backup-${number}-${store}`), this.#path(store));
    }
    await this.start();
  }

  #path(name: string): string {
    return join(this.#directory, name);
  }
}

/** With owners and rights: PostgreSQL starts on nothing else. */
async function copy(from: string, to: string): Promise<void> {
  await run('cp', ['-a', from, to], { timeout: COPY_DEADLINE_MS, killSignal: 'SIGKILL' });
}
