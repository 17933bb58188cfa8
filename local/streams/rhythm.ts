/** How long to wait between two reads of a shard. */
export interface Rhythm {
  intervalMs(): number;
  /** A shard of the stream had records. */
  sawRecords(): void;
}

/** As DESIGN section 9 measured: shards that are read more often keep a server from what it is for. */
const BUSY_MS = 300;
/** Lambda's own rate. Measured with 18 shards: 2.6 % of a core at this rate, 6.6 % at the other, and a quarter more in the server. */
const IDLE_MS = 1_000;
/** Streams are idle after so long without a record. */
const IDLE_AFTER_MS = 10_000;

/** The rhythm of a stream: all of its shards go faster when one of them has had records. */
export function createRhythm(now: () => number, busyMs = BUSY_MS, idleMs = IDLE_MS): Rhythm {
  let seenAt = now();
  return {
    intervalMs: () => (now() - seenAt < IDLE_AFTER_MS ? busyMs : idleMs),
    sawRecords() {
      seenAt = now();
    },
  };
}
