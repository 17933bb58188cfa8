import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { domains } from '../../functions/manifest.ts';
import type { StreamName } from '../../platform/streams/streams.ts';
import type { ShardContent } from './stream-content.ts';

/** A consumer's work on a shard. */
export interface ConsumedShard {
  readonly consumer: string;
  readonly stream: StreamName;
  readonly shardId: string;
}

/** What consumers are not done with yet, by the checkpoints in a folder: shards whose last record they have not passed. */
export async function notConsumed(
  directory: string,
  content: ReadonlyMap<StreamName, readonly ShardContent[]>,
): Promise<readonly ConsumedShard[]> {
  const left: ConsumedShard[] = [];
  for (const { name: consumer, sources } of domains.flatMap(({ streams = [] }) => streams)) {
    for (const stream of sources) {
      const file = join(directory, 'checkpoints', `${consumer}.${stream}.json`);
      const checkpoints = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Record<string, string>;
      for (const { shardId, sequenceNumbers } of content.get(stream) ?? []) {
        const last = sequenceNumbers.at(-1);
        const isLeft = last !== undefined && BigInt(checkpoints[shardId] ?? 0) < BigInt(last);
        if (isLeft) left.push({ consumer, stream, shardId });
      }
    }
  }
  return left;
}
