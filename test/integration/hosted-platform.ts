import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteItemCommand, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { domains } from '../../functions/manifest.ts';
import { startEngines } from '../../local/engines/engines.ts';
import { loadFunctions } from '../../local/functions.ts';
import { createLocalServer } from '../../local/http-server.ts';
import { createRouter } from '../../local/router.ts';
import { hostSockets } from '../../local/sockets/host-sockets.ts';
import { openDatabase } from '../../platform/db/connection.ts';
import type { Database } from '../../platform/db/database.ts';
import { createDynamoClient } from '../../platform/dynamodb/client.ts';
import { cacheTable } from '../../platform/dynamodb/tables.ts';
import { logTo } from '../../platform/observability/log-sink.ts';

/** A message as the outbox has it. */
interface OutboxMessage {
  readonly to: string;
  readonly template: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What a test sends; an object is sent as JSON. */
export interface Sent {
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined where there is no body, or none in JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there
  readonly json: any;
}

/** Everything, as `npm start` hosts it, in this process: engines of its own, the functions behind HTTP. */
export interface HostedPlatform {
  call(method: string, target: string, sent?: Sent): Promise<Received>;
  /** Everything that was logged. */
  readonly logLines: readonly string[];
  /** As the owner of the schema. */
  readonly owner: Database;
  readonly dynamo: DynamoDBClient;
  /** The folder in which the engines keep their data. */
  readonly directory: string;
  /** The last message to somebody. */
  lastMessage(to: string): Promise<OutboxMessage>;
  /** An hour goes by for what is limited: codes may be sent again. */
  forgetLimits(): Promise<void>;
  stop(): Promise<void>;
}

/** @param environment for the functions, beside what the engines say */
export async function hostPlatform(environment: Readonly<Record<string, string>> = {}): Promise<HostedPlatform> {
  const directory = await mkdtemp(join(tmpdir(), 'heal7-hosted-'));
  const before = { ...process.env };
  Object.assign(process.env, environment);
  const logLines: string[] = [];
  const formerLog = logTo(line => logLines.push(line));
  const engines = await startEngines({ directory, broker: { port: 0, publishesPerSecond: 100 } });
  const owner = openDatabase({
    url: process.env.DATABASE_OWNER_URL!,
    connections: 2,
    applicationName: 'test, as owner',
  });
  const dynamo = createDynamoClient('local', process.env.DYNAMODB_ENDPOINT);
  const server = createLocalServer(createRouter(await loadFunctions(domains)));
  const origin = await listening(server);
  const sockets = await hostSockets(server, origin, domains);
  const outbox = process.env.HEAL7_OUTBOX!;
  return {
    logLines,
    owner,
    dynamo,
    directory,
    call: (method, target, sent) => send(origin, method, target, sent),
    async lastMessage(to) {
      const files = (await readdir(outbox)).sort().reverse();
      for (const file of files) {
        const message = JSON.parse(await readFile(join(outbox, file), 'utf8')) as OutboxMessage;
        if (message.to === to) return message;
      }
      throw new Error(`Nothing was sent to ${to}`);
    },
    async forgetLimits() {
      for await (const { Items = [] } of paginateScan({ client: dynamo }, { TableName: cacheTable.name })) {
        for (const { key } of Items) {
          if (!key?.S?.startsWith('limit:')) continue;
          await dynamo.send(new DeleteItemCommand({ TableName: cacheTable.name, Key: { key } }));
        }
      }
    },
    async stop() {
      await sockets.stop();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      await owner.close();
      dynamo.destroy();
      await engines.stop();
      logTo(formerLog);
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The address of a server that takes any free port. */
export async function listening(server: Server = createServer()): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function send(origin: string, method: string, target: string, sent: Sent = {}): Promise<Received> {
  const { body, token, headers } = sent;
  const response = await fetch(`${origin}${target}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : undefined,
  };
}
