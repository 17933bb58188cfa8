import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../platform/db/connection.ts';
import type { Sql } from '../../platform/db/database.ts';

/** Statements on readings, as requests and ingest make them, and how long the slowest of each kind took. */
export interface PartitionLoad {
  readonly longestMs: { readonly read: number; readonly write: number };
  /** Ends, and tells what statements failed with. */
  stop(): Promise<readonly string[]>;
}

const READERS = 4;
const WRITERS = 2;
/** Between a caller's statements. */
const PAUSE_MS = 5;
/** Rows of a statement. */
const ROWS = 50;

/** Reads a device's history over all months, and writes readings of now, until it is stopped. */
export function startPartitionLoad(url: string, deviceIds: readonly string[]): PartitionLoad {
  const database = openDatabase({ url, connections: READERS + WRITERS, applicationName: 'partition load' });
  const longestMs = { read: 0, write: 0 };
  const failures = new Set<string>();
  let stopping = false;
  const repeat = async (kind: 'read' | 'write', work: () => Promise<unknown>) => {
    // What a first statement takes is its connection.
    await work();
    while (!stopping) {
      const start = performance.now();
      await work().catch(error => failures.add(`a ${kind} failed: ${error.message}`));
      longestMs[kind] = Math.max(longestMs[kind], performance.now() - start);
      await delay(PAUSE_MS);
    }
  };
  const deviceId = () => deviceIds[Math.floor(Math.random() * deviceIds.length)]!;
  const callers = [
    ...Array.from({ length: READERS }, () => repeat('read', () => readHistory(database.sql, deviceId()))),
    ...Array.from({ length: WRITERS }, () => repeat('write', () => writeNow(database.sql))),
  ];
  return {
    longestMs,
    async stop() {
      stopping = true;
      await Promise.all(callers);
      await database.close();
      return [...failures];
    },
  };
}

function readHistory(sql: Sql, deviceId: string): Promise<unknown> {
  return sql`
    select recorded_at, value from sensor_readings where device_id = ${deviceId}
    order by recorded_at desc limit 100`;
}

/** Of a device that nothing else is asked of. */
function writeNow(sql: Sql): Promise<unknown> {
  return sql`
    insert into sensor_readings (device_id, reading_type, value, unit, recorded_at)
    select ${randomUUID()}, 'light', 1, 'lx', now() + n * interval '1 ms' from generate_series(1, ${ROWS}::int) as n
    on conflict do nothing`;
}

/** A statement that reads an old month and takes its time, in a transaction: whoever needs the month for itself waits for it. */
export async function readSlowly(url: string, month: Date, seconds: number): Promise<void> {
  const database = openDatabase({ url, connections: 1, applicationName: 'slow reader' });
  await database.transaction(async tx => {
    await tx`
      select count(*) from sensor_readings
      where recorded_at >= ${month} and recorded_at < ${month}::timestamptz + interval '1 month'`;
    await tx`select pg_sleep(${seconds})`;
  });
  await database.close();
}
