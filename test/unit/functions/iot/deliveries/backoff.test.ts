import { expect, test } from 'vitest';
import { DISABLED_AFTER_MS, nextAttemptAt } from '../../../../../functions/iot/deliveries/backoff.ts';

const START = new Date('2026-05-03T01:00:00Z');

test('a delivery is tried nine times, at growing intervals, over as long as a webhook may fail', () => {
  let now = START;
  const waits: number[] = [];
  for (let attempt = 1; ; attempt++) {
    const next = nextAttemptAt(attempt, now, 0);
    if (next === undefined) break;
    waits.push((next.getTime() - now.getTime()) / 60_000);
    now = next;
  }
  expect(waits).toEqual([1, 5, 15, 60, 180, 360, 360, 480]);
  expect(now.getTime() - START.getTime()).toBeGreaterThanOrEqual(DISABLED_AFTER_MS);
});

test('a wait is up to a tenth longer, so that not all come back at once', () => {
  expect(nextAttemptAt(4, START, 1)!.getTime() - START.getTime()).toBe(66 * 60_000);
});
