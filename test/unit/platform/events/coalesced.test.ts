import { expect, test } from 'vitest';
import { coalesced } from '../../../../platform/events/coalesced.ts';

/** Work whose runs end when they are told to. */
function heldWork() {
  const runs: (PromiseWithResolvers<number> & { isWaitedFor: () => boolean })[] = [];
  const ask = coalesced(isWaitedFor => {
    const run = Promise.withResolvers<number>();
    runs.push({ ...run, isWaitedFor });
    return run.promise;
  });
  return { runs, ask };
}

test('who asks while it runs waits for one more run, together with all who do', async () => {
  const { runs, ask } = heldWork();
  const first = ask();
  const others = [ask(), ask(), ask()];
  expect(runs).toHaveLength(1);
  expect(runs[0]!.isWaitedFor()).toBe(true);
  runs[0]!.resolve(1);
  expect(await first).toBe(1);
  expect(runs).toHaveLength(2);
  expect(runs[1]!.isWaitedFor()).toBe(false);
  const late = ask();
  runs[1]!.resolve(2);
  expect(await Promise.all(others)).toEqual([2, 2, 2]);
  runs[2]!.resolve(3);
  expect(await late).toBe(3);
  expect(runs).toHaveLength(3);
});

test('a run that fails fails for those who asked for it alone', async () => {
  const { runs, ask } = heldWork();
  const first = ask();
  const second = ask();
  runs[0]!.reject(new Error('broken'));
  await expect(first).rejects.toThrow('broken');
  runs[1]!.resolve(2);
  expect(await second).toBe(2);
  const third = ask();
  runs[2]!.resolve(3);
  expect(await third).toBe(3);
});
