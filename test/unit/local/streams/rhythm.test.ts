import { expect, test } from 'vitest';
import { backoffMs } from '../../../../local/streams/backoff.ts';
import { createOutage } from '../../../../local/streams/outage.ts';
import { createRhythm } from '../../../../local/streams/rhythm.ts';

test('shards are read every 300 ms, and once a second after ten seconds without a record in the stream', () => {
  let now = 0;
  const rhythm = createRhythm(() => now);
  expect(rhythm.intervalMs()).toBe(300);
  now = 10_000;
  expect(rhythm.intervalMs()).toBe(1_000);
  rhythm.sawRecords();
  now = 19_999;
  expect(rhythm.intervalMs()).toBe(300);
});

test('waits double up to five seconds, of which a random half', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 40];
  expect(waits.map(failures => backoffMs(failures, () => 1))).toEqual([200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
  expect(waits.map(failures => backoffMs(failures, () => 0))).toEqual([100, 200, 400, 800, 1600, 2500, 2500, 2500]);
  expect(backoffMs(0)).toBe(0);
});

test('an outage is told of once, when the first place fails and when the last works again', () => {
  const told: string[] = [];
  const outage = createOutage(
    error => told.push(`began ${(error as Error).message}`),
    () => told.push('ended'),
  );
  outage.works('a');
  outage.failed('a', new Error('1'));
  outage.failed('a', new Error('2'));
  outage.failed('b', new Error('3'));
  outage.works('a');
  expect(told).toEqual(['began 1']);
  outage.works('b');
  outage.failed('b', new Error('4'));
  expect(told).toEqual(['began 1', 'ended', 'began 4']);
});
