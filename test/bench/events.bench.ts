import type { Database } from '../../platform/db/database.ts';
import { load } from '../../platform/events/aggregate.ts';
import { append, replay } from '../../platform/events/event-store.ts';
import { charged, opened, spent, type WalletEvent, wallet } from '../unit/platform/events/wallet.ts';
import { inDatabase } from './database.ts';
import { type Bench, type Figure, rounded, showTable } from './figure.ts';
import { median } from './measure.ts';

export const eventsBench: Bench = {
  'event-append': appends,
  'event-replay': replays,
  'event-load': loads,
};

const ROUNDS = 7;
const ROUND_MS = 700;
const WARM_UP_MS = 1_000;
/** Writers at once, each with a connection. */
const WRITERS = 8;

const occurrence = { occurredAt: new Date('2026-01-01T00:00:00Z'), metadata: { requestId: 'JKJaXmPLvHcESHA=' } };

/** A contender: gives how often it was done. */
type Work = (writer: number) => Promise<number>;

/** Appends of one event, each in a transaction of its own, by 8 writers at once: on one stream, and on one each. */
function appends(): Promise<readonly Figure[]> {
  return inDatabase(WRITERS, async database => {
    await database.transaction(tx => tx.unsafe('create table bare_events (like events including all)'));
    const event = spent.of({ amount: 3, on: 'tea' });
    let version = 0;
    const bare: Work = async writer => {
      // The same row, by one who knows its version.
      await database.transaction(
        tx => tx`
          insert into bare_events (stream_id, version, type, schema_version, data, metadata, occurred_at)
          values (${`wallet-${writer}`}, ${++version}, ${event.type}, ${event.schemaVersion},
            ${tx.json(event.data)}, ${tx.json(occurrence.metadata)}, ${occurrence.occurredAt})`,
      );
      return 1;
    };
    const appendTo =
      (stream: (writer: number) => string): Work =>
      async writer => {
        await database.transaction(tx => append(tx, stream(writer), 'any', [event], occurrence));
        return 1;
      };
    const rates = await compare(WRITERS, {
      'bare insert': bare,
      'append, a stream each': appendTo(writer => `wallet-${writer}`),
      'append, one stream': appendTo(() => 'wallet-of-all'),
    });
    showTable(`appends, ${WRITERS} writers at once`, tableOf(rates, 'events/s'));
    return [
      figure('event-append', 'events/s', rates, 'append, a stream each', 'bare insert'),
      figure('event-append:one-stream', 'events/s', rates, 'append, one stream', 'bare insert'),
    ];
  });
}

/** Reading all events in pages of 1,000, parsed by their contracts, and the same rows bare. */
function replays(): Promise<readonly Figure[]> {
  return inDatabase(1, async database => {
    for (let stream = 0; stream < 100; stream++) await fill(database, `wallet-${stream}`, 200);
    const ours: Work = async () => {
      let count = 0;
      for await (const page of replay(database.sql, wallet.events)) count += page.length;
      return count;
    };
    const bare: Work = async () => {
      let count = 0;
      for (let position = '0'; ; ) {
        const rows = await database.sql<{ global_position: string }[]>`
          select * from events where global_position > ${position} order by global_position limit 1000`;
        count += rows.length;
        if (rows.length < 1_000) return count;
        position = rows.at(-1)!.global_position;
      }
    };
    const rates = await compare(1, { 'bare select': bare, replay: ours });
    showTable('replay of 20,000 events', tableOf(rates, 'events/s'));
    return [figure('event-replay', 'events/s', rates, 'replay', 'bare select')];
  });
}

/** Loading a stream of 1,000 events: from the snapshot after its 995th, and from all of them. */
function loads(): Promise<readonly Figure[]> {
  return inDatabase(1, async database => {
    await fill(database, 'wallet', 1_000);
    await database.sql`
      insert into event_snapshots (stream_id, version, schema_version, state, taken_at)
      values ('wallet', 995, ${wallet.snapshot!.version}, ${database.sql.json({ owner: 'u', balance: 995, bought: [] })}, now())`;
    const { snapshot: _, ...unsnapped } = wallet;
    const rates = await compare(1, {
      'from a snapshot': async () => {
        await load(database.sql, wallet, 'wallet');
        return 1;
      },
      'from all events': async () => {
        await load(database.sql, unsnapped, 'wallet');
        return 1;
      },
    });
    showTable('loading a stream of 1,000 events', tableOf(rates, 'loads/s'));
    return [figure('event-load', 'loads/s', rates, 'from a snapshot', 'from all events')];
  });
}

async function fill(database: Database, streamId: string, count: number): Promise<void> {
  const events: WalletEvent[] = [opened.of({ owner: 'u' })];
  while (events.length < count) events.push(charged.of({ amount: 1 }));
  await database.transaction(tx => append(tx, streamId, 'none', events, occurrence));
}

/** How often a second each contender was done, round by round. */
type Rates<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/** Measures in turns, so that what slows the machine for a while slows all of them. */
async function compare<Name extends string>(
  writers: number,
  contenders: Readonly<Record<Name, Work>>,
): Promise<Rates<Name>> {
  const names = Object.keys(contenders) as Name[];
  const rates = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<Name, number[]>;
  for (const name of names) await rateOf(contenders[name], writers, WARM_UP_MS);
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) rates[name].push(await rateOf(contenders[name], writers, ROUND_MS));
  }
  return rates;
}

async function rateOf(work: Work, writers: number, milliseconds: number): Promise<number> {
  const start = performance.now();
  let count = 0;
  const write = async (writer: number) => {
    while (performance.now() - start < milliseconds) {
      // Read after the wait: others count meanwhile.
      const done = await work(writer);
      count += done;
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return (count / (performance.now() - start)) * 1000;
}

function figure<Name extends string>(
  name: string,
  unit: string,
  rates: Rates<Name>,
  ours: NoInfer<Name>,
  theirs: NoInfer<Name>,
): Figure {
  return {
    name,
    value: rounded(median(rates[ours])),
    unit,
    against: `${theirs} ${rounded(median(rates[theirs]))}`,
    ratio: rounded(median(rates[ours].map((rate, round) => rate / rates[theirs][round]!))),
  };
}

function tableOf(rates: Rates<string>, unit: string) {
  return Object.entries(rates).map(([name, rounds]) => ({ name, [unit]: median(rounds) }));
}
