import { expect, test } from 'vitest';
import { idempotency } from './idempotency.ts';

const SEED = Number(process.env.FC_SEED ?? 7);

test('orders whose process is killed while they are sent are carried out once, and answered with that', async () => {
  const figures = await idempotency.run({ seed: SEED, short: true, without: false, progress: () => {} });
  expect(figures).toMatchObject({ name: 'idempotency', seed: SEED, kills: 8, violations: [] });
});

test('the same without keys is found to carry some out twice', async () => {
  const { violations } = await idempotency.run({ seed: SEED, short: true, without: true, progress: () => {} });
  expect(violations.join('\n')).toMatch(/has two answers/);
});
