import * as z from 'zod';
import { createCache } from '../../../platform/cache/cache.ts';
import { createSharedLevel } from '../../../platform/cache/shared-level.ts';
import { createDynamoClient } from '../../../platform/dynamodb/client.ts';
import { cacheTable } from '../../../platform/dynamodb/tables.ts';
import { rememberingVersions } from '../../unit/platform/cache/broken-levels.ts';
import type { Request } from './cache-processes.ts';

/**
 * A cache in a process of its own, told over its channel what to do; what is computed is asked of the parent, who holds the
 * source. Arguments: DynamoDB's endpoint, and `broken` for a cache without the version check.
 */
const [endpoint, broken] = process.argv.slice(2);
const now = () => new Date();
const level = createSharedLevel({
  table: { client: createDynamoClient('local', endpoint), name: cacheTable.name },
  // A machine that is busy with other tests must not look like a level that is down.
  patienceMs: 10_000,
  now,
  newId: () => crypto.randomUUID(),
});
const cache = createCache({ shared: broken === 'broken' ? rememberingVersions(level) : level, now });

const computing = new Map<number, (value: number) => void>();
let computations = 0;

function computed(name: string): Promise<number> {
  return new Promise(resolve => {
    computing.set(++computations, resolve);
    process.send!({ compute: name, computation: computations });
  });
}

async function answer(request: Request): Promise<number | undefined> {
  if (request.action === 'invalidate') {
    await cache.invalidate(...request.tags);
    return undefined;
  }
  const { key, times } = request;
  const reading = { schema: z.number(), compute: () => computed(key.name), observe: () => {} };
  const values = await Promise.all(Array.from({ length: times }, () => cache.get(key, reading)));
  // All of them are read at once; the oldest counts.
  return Math.min(...values);
}

process.on('message', (message: Request | { computation: number; value: number }) => {
  if ('computation' in message) {
    computing.get(message.computation)!(message.value);
    computing.delete(message.computation);
    return;
  }
  answer(message).then(
    value => process.send!({ id: message.id, value }),
    (error: Error) => process.send!({ id: message.id, error: error.name }),
  );
});
process.send!('ready');
