import { setTimeout as delay } from 'node:timers/promises';

/** Time as the poller sees it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits, but not past the signal: then it ends at once, without an error. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: Date.now,
  sleep: (ms, signal) => delay(ms, undefined, { signal }).catch(() => {}),
};
