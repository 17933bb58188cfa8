import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { categories } from '../../functions/analytics/categories.ts';
import { activityStream, featureUsed, pageViewed } from '../../functions/analytics/events.ts';
import type { Database } from '../../platform/db/database.ts';
import { append } from '../../platform/events/event-store.ts';
import { createKinesisClient } from '../../platform/streams/client.ts';
import { seededRandom } from '../unit/seeded-random.ts';
import { type Backbone, withBackbone } from './backbone.ts';
import { type ConsumedShard, notConsumed } from './consumed.ts';
import { computeFromLog, consumers, differences } from './consumer-state.ts';
import type { Fault, FaultFigures, FaultOptions } from './fault.ts';
import { contentOf, eventsOf, type ShardContent } from './stream-content.ts';

interface PoisonFigures extends FaultFigures {
  readonly name: 'poison';
  /** Whether records of which nothing can be made are set aside. */
  readonly setAside: boolean;
  readonly seconds: number;
  readonly events: number;
  /** Shards with records, and in how many milliseconds after the start consumers were done with them all. */
  readonly shards: number;
  readonly doneMs: { readonly withBadRecord: number | null; readonly others: number };
  readonly deadLetters: readonly DeadLetter[];
}

interface DeadLetter {
  readonly consumer: string;
  readonly event: string;
  readonly reason: string;
}

const USERS = 200;
const EVENTS_OF_EACH = 50;
const EVENTS_OF_EACH_SHORT = 10;
const MOST_MS = 60_000;
/** Without setting aside the shard with the bad record never gets done. */
const PATIENCE_MS = 4_000;

/**
 * One event of 10,000 has data that break its contract. All others take effect once, with every batch delivered twice; the one
 * is set aside with its reason by each consumer that cares for it, and no shard is held up.
 */
export const poison: Fault = {
  proves: 'dead-letters',
  run: options => withBackbone(backbone => run(options, backbone)),
};

async function run({ seed, short, without, progress }: FaultOptions, backbone: Backbone): Promise<PoisonFigures> {
  const started = performance.now();
  const bad = await appendAll(backbone.owner, seededRandom(seed), short ? EVENTS_OF_EACH_SHORT : EVENTS_OF_EACH);
  await backbone.start(new URL('backbone-relay.ts', import.meta.url));
  const client = createKinesisClient('local', backbone.streamsEndpoint);
  const events = USERS * (short ? EVENTS_OF_EACH_SHORT : EVENTS_OF_EACH);
  const shards = await published(() => contentOf(client, 'user-events'), events);
  client.destroy();
  progress(`${events} events are published, ${bad} is bad`);

  const consuming = performance.now();
  await backbone.start(
    new URL('backbone-consumers.ts', import.meta.url),
    backbone.directory,
    without ? 'strict' : 'ours',
  );
  const badShard = shards.find(shard => eventsOf(shard).some(({ id }) => id === bad))!.shardId;
  const left = () => notConsumed(backbone.directory, new Map([['user-events' as const, shards]]));
  const isOther = ({ shardId }: ConsumedShard) => shardId !== badShard;
  const others = await when(async () => !(await left()).some(isOther), MOST_MS);
  const all = await when(async () => (await left()).length === 0, without ? PATIENCE_MS : MOST_MS);
  progress('Comparing');

  const letters = await backbone.owner.sql<DeadLetter[]>`
    select consumer, event_stream || '/' || event_version as event, reason from dead_letters order by consumer`;
  const concerned = consumers.filter(({ consumer }) => consumer.types.some(({ name }) => name === pageViewed.name));
  const violations = [
    ...(others === undefined ? ['a shard without the bad record is held up'] : []),
    ...(all === undefined ? ['the shard with the bad record is held up'] : []),
    ...wrongLetters(letters, bad, concerned.map(({ consumer }) => consumer.name).toSorted()),
    ...(await stateViolations(backbone, bad)),
  ];
  return {
    name: 'poison',
    seed,
    setAside: !without,
    seconds: Math.round((performance.now() - started) / 1_000),
    events,
    shards: shards.filter(({ texts }) => texts.length > 0).length,
    doneMs: { withBadRecord: since(consuming, all) ?? null, others: since(consuming, others) ?? Number.NaN },
    deadLetters: [...letters],
    violations,
  };
}

/** Appends the events of all users, one of them bad; gives which. */
async function appendAll(owner: Database, random: () => number, ofEach: number): Promise<string> {
  const userIds = Array.from({ length: USERS }, () => randomUUID());
  const badUser = userIds[Math.floor(random() * USERS)]!;
  const badVersion = 1 + Math.floor(random() * (ofEach - 1));
  for (const userId of userIds) {
    const streamId = activityStream(userId);
    const occurrence = { occurredAt: new Date(Date.parse('2026-03-01T00:00:00Z') + random() * 1e9) };
    const events = Array.from({ length: ofEach }, () => {
      const category = categories[Math.floor(random() * categories.length)]!;
      return featureUsed.of({ userId, appSessionId: null, category });
    });
    if (userId === badUser) {
      const viewed = pageViewed.of({ userId, appSessionId: null, page: 'home', category: null });
      // Not by its contract, which would refuse it.
      events.splice(badVersion - 1, 1, { ...viewed, data: { ...viewed.data, page: 'nowhere' } } as never);
    }
    await owner.transaction(tx => append(tx, streamId, 'none', events, occurrence));
  }
  return `${activityStream(badUser)}/${badVersion}`;
}

/** What the stream holds, once that is everything. */
async function published(
  read: () => Promise<readonly ShardContent[]>,
  events: number,
): Promise<readonly ShardContent[]> {
  for (const deadline = Date.now() + MOST_MS; Date.now() < deadline; await delay(200)) {
    const shards = await read();
    const ids = new Set(shards.flatMap(shard => eventsOf(shard).map(({ id }) => id)));
    if (ids.size === events) return shards;
  }
  throw new Error('The relay is not done');
}

/** When it held, by the process's clock; undefined if it did not within so long. */
async function when(condition: () => Promise<boolean>, mostMs: number): Promise<number | undefined> {
  for (const deadline = performance.now() + mostMs; performance.now() < deadline; await delay(50)) {
    if (await condition()) return performance.now();
  }
  return undefined;
}

function since(start: number, end: number | undefined): number | undefined {
  return end && Math.round(end - start);
}

function wrongLetters(letters: readonly DeadLetter[], bad: string, concerned: readonly string[]): readonly string[] {
  const expected = concerned.map(consumer => ({ consumer, event: bad, reason: 'unreadable_data' }));
  return JSON.stringify(letters) === JSON.stringify(expected)
    ? []
    : [`what was set aside is ${JSON.stringify(letters)} in place of ${JSON.stringify(expected)}`];
}

/** How consumers' tables differ from what follows from the log without the bad event. */
async function stateViolations({ owner, emptyDatabase }: Backbone, bad: string): Promise<readonly string[]> {
  const computed = await emptyDatabase('computed');
  await computeFromLog(owner.sql, computed, bad);
  return differences(owner.sql, computed.sql);
}
