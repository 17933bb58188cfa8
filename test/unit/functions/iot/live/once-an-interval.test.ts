import { expect, test } from 'vitest';
import { onceAnInterval } from '../../../../../functions/iot/live/once-an-interval.ts';
import { ManualClock } from './manual-clock.ts';

function started(workMs = 0) {
  const clock = new ManualClock();
  const runs: string[] = [];
  const back: string[] = [];
  let atWork = 0;
  const send = onceAnInterval({ ms: 1_000, holdMs: 750, now: clock.now, sleep: clock.sleep }, async key => {
    expect(++atWork).toBe(1);
    runs.push(`${key} ${clock.now()}`);
    if (workMs > 0) await clock.sleep(workMs);
    atWork--;
  });
  /** Asks, and notes when it comes back. */
  const ask = (key: string) => void send(key).then(() => back.push(`${key} ${clock.now()}`));
  return { clock, runs, back, ask };
}

test('the first is done at once, and those that come within a second together at its end', async () => {
  const { clock, runs, ask } = started();
  ask('tea');
  await clock.pass(10);
  for (const _ of [1, 2, 3]) ask('tea');
  await clock.pass(989);
  expect(runs).toEqual(['tea 0']);
  await clock.pass(1);
  expect(runs).toEqual(['tea 0', 'tea 1000']);
});

test('whoever asks in one turn shares a run, also the first one', async () => {
  const { clock, runs, ask } = started();
  ask('tea');
  ask('tea');
  await clock.pass(0);
  expect(runs).toEqual(['tea 0']);
});

test('whoever asked comes back shortly before the next run, and nobody waits for one that nobody asks for', async () => {
  const { clock, runs, back, ask } = started();
  ask('tea');
  await clock.pass(749);
  expect(back).toEqual([]);
  await clock.pass(1);
  expect(back).toEqual(['tea 750']);
  ask('tea');
  await clock.pass(250);
  await clock.pass(750);
  expect([runs, back]).toEqual([
    ['tea 0', 'tea 1000'],
    ['tea 750', 'tea 1750'],
  ]);
});

test('after a pause it is done at once again, and keys do not wait for each other', async () => {
  const { clock, runs, ask } = started();
  ask('tea');
  await clock.pass(100);
  ask('hall');
  await clock.pass(4_900);
  ask('tea');
  await clock.pass(0);
  expect(runs).toEqual(['tea 0', 'hall 100', 'tea 5000']);
});

test('a run that takes longer than the interval is waited for: two of one key are never at work at once', async () => {
  const { clock, runs, back, ask } = started(1_500);
  ask('tea');
  await clock.pass(100);
  ask('tea');
  await clock.pass(1_000);
  expect(runs).toEqual(['tea 0']);
  await clock.pass(400);
  expect([runs, back]).toEqual([['tea 0', 'tea 1500'], ['tea 1500']]);
});
