import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, type DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { create as createStore } from 'dynalite/db/index.js';
import { createDynamoClient } from '../../platform/dynamodb/client.ts';
import { type TableDefinition, tables } from '../../platform/dynamodb/tables.ts';
import { EngineError } from './engine-error.ts';

export interface DynamoDbOptions {
  /** Keeps the tables here between starts; in memory without it. */
  readonly directory?: string;
  /** Any free one unless said. */
  readonly port?: number;
}

/** DynamoDB on this machine, with every table. */
export interface DynamoDb {
  readonly endpoint: string;
  /** What the functions need to find it, as environment variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** Resolves when its store fails, which takes no more writes until it is opened again. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}

const MOST_SECONDS_FOR_A_TABLE = 5;

/** @throws EngineError where another process holds the directory */
export async function startDynamoDb({ directory, port = 0 }: DynamoDbOptions = {}): Promise<DynamoDb> {
  if (directory !== undefined) await assertUnused(directory);
  const server = dynalite({ createTableMs: 0, ...(directory !== undefined && { path: directory }) });
  surviveAborts(server);
  const lost = firstFailure(server);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () =>
    new Promise<void>((resolve, reject) => {
      server.close(error => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  const client = createDynamoClient('local', endpoint);
  try {
    for (const table of tables) await createTable(client, table);
  } catch (error) {
    await stop();
    throw error;
  } finally {
    client.destroy();
  }
  const environment = {
    DYNAMODB_ENDPOINT: endpoint,
    ...Object.fromEntries(tables.map(({ variable, name }) => [variable, name])),
  };
  return { endpoint, environment, lost, stop };
}

/** LevelDB lets one process in; dynalite would tell of it by an uncaught "Database is closed" at the first request. */
async function assertUnused(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const { db } = createStore({ path: directory });
  try {
    await db.open();
  } catch (error) {
    const cause = (error as Error).cause as NodeJS.ErrnoException | undefined;
    if (cause?.code !== 'LEVEL_LOCKED') throw error;
    throw new EngineError(`Another process uses ${directory}. Stop it first: one npm start at a time.`);
  }
  await db.close();
}

/** Throws, in dynalite, whatever happens to a request's connection: a client that gives up would end this process. */
function surviveAborts(server: Server): void {
  server.on('request', (request: IncomingMessage) => {
    request.removeAllListeners('error');
    request.on('error', () => {});
  });
}

/** Dynalite, as it is patched, answers 500 where its store fails, and for nothing else. */
function firstFailure(server: Server): Promise<string> {
  return new Promise(resolve => {
    server.on('request', (_: IncomingMessage, response: ServerResponse) => {
      response.once(
        'finish',
        () => response.statusCode === 500 && resolve('a store that takes no more (is its disk full?)'),
      );
    });
  });
}

async function createTable(client: DynamoDBClient, table: TableDefinition): Promise<void> {
  const { name, partitionKey, sortKey } = table;
  const keys = [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    ...(sortKey === undefined ? [] : [{ AttributeName: sortKey, KeyType: 'RANGE' as const }]),
  ];
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        KeySchema: keys,
        AttributeDefinitions: keys.map(({ AttributeName }) => ({ AttributeName, AttributeType: 'S' })),
        BillingMode: 'PAY_PER_REQUEST',
      }),
    );
  } catch (error) {
    // From an earlier start.
    if ((error as Error).name !== 'ResourceInUseException') throw error;
  }
  await waitUntilTableExists(
    { client, minDelay: 0.05, maxDelay: 0.5, maxWaitTime: MOST_SECONDS_FOR_A_TABLE },
    { TableName: name },
  );
}
