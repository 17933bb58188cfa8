import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { createCache } from '../../platform/cache/cache.ts';
import { createSharedLevel } from '../../platform/cache/shared-level.ts';
import { createDynamoClient } from '../../platform/dynamodb/client.ts';
import { cacheTable } from '../../platform/dynamodb/tables.ts';
import { startChild } from '../integration/child.ts';
import { type Bench, type Figure, rounded, showTable } from './figure.ts';
import { median } from './measure.ts';

export const cacheBench: Bench = { 'cache-read': reads };

const ROUNDS = 9;
const ROUND_MS = 300;

/** Some 8 kB of JSON, as a page of posts has. */
const page = Array.from({ length: 20 }, (_, n) => ({ id: n, title: `제목 ${n}`, text: '사주 이야기 '.repeat(20) }));
const schema = z.array(z.strictObject({ id: z.number(), title: z.string(), text: z.string() }));
const key = { name: 'posts:category:1:page:1', tags: ['posts:category:1'], lifetimeMs: 3_600_000 };

type Contenders = Readonly<Record<string, () => Promise<unknown>>>;

/** Reads a second of a value held in the process and of one in DynamoDB, held against a bare GetItem of that value. */
async function reads(): Promise<readonly Figure[]> {
  const engine = await startChild(new URL('../integration/dynamodb-process.ts', import.meta.url), '0');
  const client = createDynamoClient('local', engine.ready as string);
  try {
    const rates = await measure(await contenders(client));
    const bare = rates.get('bare GetItem')!;
    const rows = [...rates].map(([name, perSecond]) => ({ read: name, 'reads/s': perSecond, ratio: perSecond / bare }));
    showTable('reads of the cache, one at a time', rows);
    return [...rates]
      .filter(([name]) => name !== 'bare GetItem')
      .map(([name, perSecond]) => ({
        name: `cache-read${name === 'l1' ? '' : `:${name}`}`,
        value: rounded(perSecond),
        unit: 'reads/s',
        against: `bare GetItem: ${rounded(bare)}`,
        ratio: rounded(perSecond / bare),
      }));
  } finally {
    client.destroy();
    await engine.kill();
  }
}

async function contenders(client: DynamoDBClient): Promise<Contenders> {
  const now = () => new Date();
  const table = { client, name: cacheTable.name };
  const shared = createSharedLevel({ table, patienceMs: 10_000, now, newId: () => crypto.randomUUID() });
  const cache = createCache({ shared, now });
  const reading = { schema, compute: async () => page, observe: () => {} };
  await cache.get(key, reading);
  const item = { TableName: cacheTable.name, Key: { key: { S: `value:${key.name}` } }, ConsistentRead: true };
  return {
    'bare GetItem': async () => JSON.parse((await client.send(new GetItemCommand(item))).Item!.content!.S!),
    l1: () => cache.get(key, reading),
    // A process that holds nothing yet.
    l2: () => createCache({ shared, now }).get(key, reading),
  };
}

/** In turns, so that what slows the machine for a while slows all of them: medians. */
async function measure(contenders: Contenders): Promise<ReadonlyMap<string, number>> {
  const rates = new Map(Object.keys(contenders).map(name => [name, [] as number[]]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, read] of Object.entries(contenders)) {
      const start = performance.now();
      let count = 0;
      while (performance.now() - start < ROUND_MS) {
        await read();
        count++;
      }
      // The first round warms up.
      if (round >= 0) rates.get(name)!.push((count / (performance.now() - start)) * 1000);
    }
  }
  return new Map([...rates].map(([name, values]) => [name, median(values)]));
}
