import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { createCache } from '../../../../platform/cache/cache.ts';
import type { SharedLevel } from '../../../../platform/cache/shared-level.ts';
import { rememberingVersions, versionsAfterComputing } from './broken-levels.ts';
import { createMemoryLevel } from './memory-level.ts';
import { createWitness } from './witness.ts';

const key = { name: 'key', tags: ['own', 'shared'], lifetimeMs: 3_600_000 };

const steps = fc.array(
  fc.record({
    process: fc.constantFrom(0, 1),
    action: fc.constantFrom('read', 'read', 'write', 'invalidate', 'change', 'lose tags'),
    tag: fc.constantFrom(...key.tags),
    /** How many deliveries it waits for before it begins, at least; null: until all that was begun has ended. */
    after: fc.option(fc.nat(12)),
  }),
  { minLength: 3, maxLength: 14 },
);

interface Step {
  readonly process: number;
  readonly action: string;
  readonly tag: string;
  readonly after: number | null;
}

/** Two processes on one shared level, every call and answer of it delivered in the scheduler's order. */
async function violations(
  scheduler: fc.Scheduler,
  actions: readonly Step[],
  altered: (level: SharedLevel) => SharedLevel,
): Promise<readonly string[]> {
  const level = createMemoryLevel(() => scheduler.schedule(Promise.resolve()));
  const caches = [0, 1].map(() => createCache({ shared: altered(level), now: () => new Date(0) }));
  const witness = createWitness();
  const compute = async () => {
    await scheduler.schedule(Promise.resolve());
    const value = witness.current();
    // Longer than an invalidation takes, so that one may happen meanwhile.
    for (let n = 0; n < 6; n++) await scheduler.schedule(Promise.resolve());
    return value;
  };
  const reading = { schema: z.number(), compute, observe: () => {} };
  const run = async ({ process, action, tag }: Step): Promise<void> => {
    const cache = caches[process]!;
    if (action === 'read') await witness.read(() => cache.get(key, reading));
    if (action === 'lose tags') level.tags.clear();
    if (action === 'write' || action === 'change') witness.write();
    if (action === 'invalidate' || action === 'change') await witness.invalidate(() => cache.invalidate(tag));
  };
  const all = async () => {
    const running: Promise<void>[] = [];
    for (const step of actions) {
      if (step.after === null) await Promise.all(running);
      for (let waits = step.after ?? 0; waits >= 0; waits--) await scheduler.schedule(Promise.resolve());
      running.push(run(step));
    }
    await Promise.all(running);
  };
  await scheduler.waitFor(all());
  return witness.violations;
}

function orders(altered: (level: SharedLevel) => SharedLevel = level => level) {
  return fc.asyncProperty(fc.scheduler(), steps, async (scheduler, actions) => {
    expect(await violations(scheduler, actions, altered)).toEqual([]);
  });
}

test('no order of writes, invalidations, readings and lost tags gives a value older than the last invalidation', async () => {
  await fc.assert(orders(), { numRuns: 10_000 });
}, 60_000);

test('the same orders find a cache that remembers versions instead of reading them', async () => {
  expect(await fc.check(orders(rememberingVersions), { numRuns: 10_000, endOnFailure: true })).toMatchObject({
    failed: true,
  });
});

test('the same orders find a cache that keeps values under versions read after computing', async () => {
  const broken = (level: SharedLevel) => versionsAfterComputing(level, () => key.tags);
  expect(await fc.check(orders(broken), { numRuns: 10_000, endOnFailure: true })).toMatchObject({ failed: true });
});
