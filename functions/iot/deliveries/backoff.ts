const MINUTE = 60_000;

/** After each attempt that failed, in minutes: nine attempts in a day and a little. */
const WAITS = [1, 5, 15, 60, 180, 360, 360, 480] as const;

/** Receivers that were away together are not all asked at once again. */
const JITTER = 0.1;

/**
 * When to try again.
 *
 * @param attempts that were made in this turn, from 1
 * @param random from 0 to 1
 * @returns undefined: give it up
 */
export function nextAttemptAt(attempts: number, now: Date, random: number): Date | undefined {
  const minutes = WAITS[attempts - 1];
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * MINUTE * (1 + JITTER * random));
}

/** A webhook that has taken nothing for so long is disabled: by then, each delivery was tried nine times. */
export const DISABLED_AFTER_MS = 86_400_000;
