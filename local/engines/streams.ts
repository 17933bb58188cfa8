import { streams } from '../../platform/streams/streams.ts';
import { startEngineProcess } from './engine-process.ts';
import type { Ready } from './stream-server/process.ts';

export interface StreamsOptions {
  /** Keeps the streams here between starts; without it they are gone at the end. */
  readonly directory?: string;
  /** Any free one unless said. */
  readonly port?: number;
}

/** Kinesis on this machine, with every stream, in a process of its own. */
export interface StreamsEngine {
  readonly endpoint: string;
  /** What the functions need to find it, as environment variables. */
  readonly environment: Readonly<Record<string, string>>;
  readonly processId: number;
  /** Resolves when it ends without having been stopped. */
  readonly lost: Promise<string>;
  /** Does nothing if it has ended. */
  stop(): Promise<void>;
}

/**
 * Starts the stream server. It listens on this machine only, and ends with this process.
 * @throws EngineError where another process holds the directory
 */
export async function startStreams({ directory, port }: StreamsOptions = {}): Promise<StreamsEngine> {
  const { ready, child, lost, stop } = await startEngineProcess<Ready>(
    new URL('stream-server/process.ts', import.meta.url),
    [directory ?? '', String(port ?? '')],
  );
  const endpoint = `http://127.0.0.1:${ready.port}`;
  return {
    endpoint,
    environment: {
      KINESIS_ENDPOINT: endpoint,
      ...Object.fromEntries(Object.values(streams).map(({ variable, name }) => [variable, name])),
    },
    processId: child.pid!,
    lost,
    stop,
  };
}
