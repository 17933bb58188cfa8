import { setTimeout as delay } from 'node:timers/promises';
import type { ReadingInput } from '../../functions/iot/readings/payload.ts';
import type { Sql } from '../../platform/db/database.ts';

/** A reading that is looked for. */
interface Probe {
  readonly deviceId: string;
  readonly type: string;
  readonly recordedAt: number;
}

/** Looks when readings are there for whoever asks. */
export interface LagProbe {
  /** To be called with the newest reading of each message: some of them are looked for. */
  sent(deviceId: string, reading: Pick<ReadingInput, 'type' | 'recordedAt'>): void;
  /** Milliseconds from the device's clock to being seen, of those found so far. */
  readonly lags: readonly number[];
  /** Looks no longer. */
  stop(): Promise<void>;
}

/** Ten messages a second, looked for each 25 ms: 1 % of a core, and lags that are 25 ms too long at most, never too short. */
const PROBES_A_SECOND = 10;
const LOOK_MS = 25;

export function startLagProbe(sql: Sql, messagesPerSecond: number, now: () => number = Date.now): LagProbe {
  const every = Math.max(1, Math.round(messagesPerSecond / PROBES_A_SECOND));
  const wanted = new Map<string, Probe>();
  const lags: number[] = [];
  let count = 0;
  let stopped = false;

  const look = async () => {
    const probes = [...wanted.values()];
    // Each by its key: a join of them all would read every row of a table that the server knows no statistics of yet.
    const found = await sql<{ key: string }[]>`
      select probe.key
      from unnest(
        ${probes.map(keyOf)}::text[], ${probes.map(({ deviceId }) => deviceId)}::uuid[],
        ${probes.map(({ type }) => type)}::text[],
        ${probes.map(({ recordedAt }) => new Date(recordedAt).toISOString())}::timestamptz[]
      ) as probe (key, device_id, reading_type, recorded_at)
      cross join lateral (
        select from sensor_readings as reading
        where reading.recorded_at = probe.recorded_at and reading.device_id = probe.device_id
          and reading.reading_type = probe.reading_type
        limit 1
      ) as stored`;
    const seenAt = now();
    for (const { key } of found) {
      lags.push(seenAt - wanted.get(key)!.recordedAt);
      wanted.delete(key);
    }
  };
  const looking = (async () => {
    while (!stopped) {
      const next = performance.now() + LOOK_MS;
      // The database may be away for a moment: what is there by then is late indeed.
      if (wanted.size > 0) await look().catch(() => {});
      await delay(Math.max(1, next - performance.now()));
    }
  })();
  return {
    lags,
    sent(deviceId, { type, recordedAt }) {
      if (count++ % every !== 0) return;
      const probe = { deviceId, type, recordedAt };
      wanted.set(keyOf(probe), probe);
    },
    async stop() {
      stopped = true;
      await looking;
    },
  };
}

function keyOf({ deviceId, type, recordedAt }: Probe): string {
  return `${deviceId}/${type}/${recordedAt}`;
}

/** The value that a share of all is not above; undefined of none. */
export function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
