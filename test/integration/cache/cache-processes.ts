import type { CacheKey } from '../../../platform/cache/keys.ts';
import { type Child, startChild } from '../child.ts';

/** What a process of a cache is asked for. */
export type Request = { readonly id: number } & (
  | { readonly action: 'read'; readonly key: CacheKey; readonly times: number }
  | { readonly action: 'invalidate'; readonly tags: readonly string[] }
);

/** A cache in another process. */
export interface CacheProcess {
  /** Reads the key so many times at once; the least of what was read. */
  read(key: CacheKey, times?: number): Promise<number>;
  invalidate(...tags: readonly string[]): Promise<void>;
  kill(): Promise<void>;
}

type Message = { id: number; value?: number; error?: string } | { compute: string; computation: number };

/** @param compute what the source says of a key, when that process computes it */
export async function startCacheProcess(
  endpoint: string,
  compute: (name: string) => Promise<number>,
  kind: 'sound' | 'broken' = 'sound',
): Promise<CacheProcess> {
  const child: Child = await startChild(new URL('./cache-process.ts', import.meta.url), endpoint, kind);
  const waiting = new Map<number, { resolve(value: number): void; reject(error: Error): void }>();
  let requests = 0;

  child.process.on('message', async (message: Message) => {
    if ('compute' in message) {
      child.process.send({ computation: message.computation, value: await compute(message.compute) });
      return;
    }
    const { resolve, reject } = waiting.get(message.id)!;
    waiting.delete(message.id);
    if (message.error === undefined) resolve(message.value!);
    else reject(new Error(message.error));
  });

  const ask = (request: Omit<Request, 'id'>) =>
    new Promise<number>((resolve, reject) => {
      waiting.set(++requests, { resolve, reject });
      child.process.send({ ...request, id: requests });
    });

  return {
    read: (key, times = 1) => ask({ action: 'read', key, times } as Omit<Request, 'id'>),
    invalidate: async (...tags) => {
      await ask({ action: 'invalidate', tags } as Omit<Request, 'id'>);
    },
    kill: child.kill,
  };
}
