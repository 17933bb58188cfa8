import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KinesisClient } from '@aws-sdk/client-kinesis';
import kinesalite from 'kinesalite';
import { StreamFolder } from '../../../../local/engines/stream-server/stream-folder.ts';
import { createWireServer } from '../../../../local/engines/stream-server/wire-server.ts';
import { createKinesisClient } from '../../../../platform/streams/client.ts';

/** A server of streams in this process, and a client of it. */
export interface TestServer {
  readonly client: KinesisClient;
  readonly endpoint: string;
  stop(): Promise<void>;
}

export interface OwnServerOptions {
  /** Without it, one that is gone afterwards. */
  readonly directory?: string;
  readonly now?: () => number;
  readonly limitThroughput?: boolean;
}

export async function startOwnServer(options: OwnServerOptions = {}): Promise<TestServer & { trim(): void }> {
  const { now = Date.now, limitThroughput = false } = options;
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'heal7-streams-')));
  const folder = new StreamFolder(directory, { now, limitThroughput });
  const server = await listening(createWireServer(folder));
  return {
    ...server,
    trim: () => folder.trim(),
    async stop() {
      await server.stop();
      folder.close();
      if (options.directory === undefined) await rm(directory, { recursive: true });
    },
  };
}

export function startKinesalite(): Promise<TestServer> {
  return listening(kinesalite({ createStreamMs: 0, deleteStreamMs: 0, shardLimit: 1_000 }));
}

async function listening(server: Server): Promise<TestServer> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createKinesisClient('ap-northeast-2', endpoint);
  return {
    client,
    endpoint,
    async stop() {
      client.destroy();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
