import { setTimeout as delay } from 'node:timers/promises';
import { createKinesisClient } from '../../platform/streams/client.ts';
import type { StreamName } from '../../platform/streams/streams.ts';
import type { Child } from '../integration/child.ts';
import { seededRandom } from '../unit/seeded-random.ts';
import { type Backbone, withBackbone } from './backbone.ts';
import { notConsumed } from './consumed.ts';
import { computeFromLog, consumers, differences } from './consumer-state.ts';
import type { Fault, FaultFigures, FaultOptions } from './fault.ts';
import { publicationViolations } from './outbox-checks.ts';
import { contentOf, type ShardContent } from './stream-content.ts';

interface OutboxFigures extends FaultFigures {
  readonly name: 'outbox';
  /** Whether the relay reads below the oldest open transaction. */
  readonly ordered: boolean;
  readonly seconds: number;
  readonly relayKills: number;
  readonly consumerKills: number;
  readonly databaseCrashes: number;
  readonly events: number;
  /** In the streams, those published again included. */
  readonly records: number;
  /** Tables' rows that were compared. */
  readonly rows: number;
}

const KILLS = 100;
const CRASHES = 5;
const CONSUMER_KILLS = 5;
const WRITERS = '8';
/** How long a relay lives, in milliseconds, at random; and how long the database is away. */
const LIFE_MS = { least: 30, most: 350 };
const AWAY_MS = 300;
const MOST_DRAINING_MS = 120_000;
const PUBLISHED: readonly StreamName[] = ['user-events', 'consultation-events'];

/**
 * Kills the relay and the consumers and crashes the database under load, with every batch delivered twice: all that was
 * committed is published, each stream in its order, nothing that was rolled back, and every consumer's state is the one that
 * follows from the log.
 */
export const outbox: Fault = {
  proves: 'order',
  run: options => withBackbone(backbone => run(options, backbone)),
};

async function run(options: FaultOptions, backbone: Backbone): Promise<OutboxFigures> {
  const { seed, short, without, progress } = options;
  const started = performance.now();
  const random = seededRandom(seed);
  const share = short ? 0.08 : 1;
  const [kills, crashes, consumerKills] = [KILLS, CRASHES, CONSUMER_KILLS].map(count => Math.ceil(count * share));
  const relayKind = without ? 'positional' : 'ours';
  const startRelay = () => backbone.start(new URL('backbone-relay.ts', import.meta.url), relayKind);
  const startConsumers = () => backbone.start(new URL('backbone-consumers.ts', import.meta.url), backbone.directory);

  const writer = await backbone.start(new URL('outbox-writer.ts', import.meta.url), String(seed), WRITERS);
  let [relay, spare, consuming] = await Promise.all([startRelay(), startRelay(), startConsumers()]);
  const crashAt = moments(crashes!, kills!);
  const consumersAt = moments(consumerKills!, kills!);
  for (let killed = 0; killed < kills!; killed++) {
    await delay(LIFE_MS.least + random() * (LIFE_MS.most - LIFE_MS.least));
    await relay.kill();
    relay = spare;
    if (crashAt.has(killed)) {
      await backbone.crashDatabase(random() < 0.5 ? 'SIGKILL' : 'SIGQUIT', random() * AWAY_MS);
    }
    if (consumersAt.has(killed)) {
      await consuming.kill();
      consuming = await startConsumers();
    }
    spare = await startRelay();
    if (killed % 10 === 9) progress(`${killed + 1} of ${kills} kills of the relay`);
  }

  await stopped(writer);
  progress('Waiting for what is under way');
  await untilPublished(backbone, !without);
  const client = createKinesisClient('local', backbone.streamsEndpoint);
  const content = new Map<StreamName, readonly ShardContent[]>();
  for (const name of PUBLISHED) content.set(name, await contentOf(client, name));
  client.destroy();
  await until('Consumers are not done', async () => (await notConsumed(backbone.directory, content)).length === 0);

  progress('Comparing');
  const shards = [...content.values()].flat();
  const violations = [
    ...(await publicationViolations(backbone.owner.sql, shards)),
    ...(await stateViolations(backbone)),
  ];
  const [{ events, letters }] = await backbone.owner.sql<[{ events: number; letters: number }]>`
    select (select count(*) from events)::int as events, (select count(*) from dead_letters)::int as letters`;
  if (letters > 0) violations.push(`${letters} events were set aside`);
  return {
    name: 'outbox',
    seed,
    ordered: !without,
    seconds: Math.round((performance.now() - started) / 1_000),
    relayKills: kills!,
    consumerKills: consumerKills!,
    databaseCrashes: crashes!,
    events,
    records: shards.reduce((sum, { texts }) => sum + texts.length, 0),
    rows: await rowsCompared(backbone),
    violations,
  };
}

/** Which of so many kills something else happens at, evenly spread. */
function moments(count: number, kills: number): ReadonlySet<number> {
  return new Set(Array.from({ length: count }, (_, n) => Math.floor(((n + 0.5) * kills) / count)));
}

async function stopped({ process: child }: Child): Promise<void> {
  const told = new Promise(resolve => child.once('message', resolve));
  child.send('stop');
  await told;
}

/** Waits until the relay has nothing left, by its own order. */
async function untilPublished({ owner: { sql } }: Backbone, ordered: boolean): Promise<void> {
  const place = ordered ? sql`events.transaction_id, events.global_position` : sql`0, events.global_position`;
  const relayed = ordered
    ? sql`event_relay.transaction_id, event_relay.global_position`
    : sql`0, event_relay.global_position`;
  await until('The relay is not done', async () => {
    const [{ left }] = await sql<[{ left: boolean }]>`
      select exists (select from events, event_relay where (${place}) > (${relayed})) as left`;
    return !left;
  });
}

async function until(otherwise: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + MOST_DRAINING_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`${otherwise} after ${MOST_DRAINING_MS / 1_000} s`);
    await delay(100);
  }
}

/** How consumers' tables differ from what follows from the log alone, computed in another database. */
async function stateViolations({ owner, emptyDatabase }: Backbone): Promise<readonly string[]> {
  const computed = await emptyDatabase('computed');
  await computeFromLog(owner.sql, computed);
  return differences(owner.sql, computed.sql);
}

async function rowsCompared({ owner }: Backbone): Promise<number> {
  const counts = await Promise.all(
    consumers.flatMap(({ tables }) =>
      tables.map(async table => {
        const [{ count }] = await owner.sql<
          [{ count: number }]
        >`select count(*)::int as count from ${owner.sql(table)}`;
        return count;
      }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
