const FIRST_MS = 200;
/** A database that comes back is used again within this time; Lambda waits up to a minute. */
const MOST_MS = 5_000;

/**
 * How long to wait after so many failures in a row: twice as long each time, and of that a random half, since all shards fail
 * at once when what they share is away.
 */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  if (failures === 0) return 0;
  const full = Math.min(MOST_MS, FIRST_MS * 2 ** (failures - 1));
  return full / 2 + (full / 2) * random();
}
