import { expect, test } from 'vitest';
import { evolved } from '../../../../platform/events/aggregate.ts';
import { outcome, scenarios, wallet } from './wallet.ts';

test.each(scenarios)('$name', async ({ given, when, leadsTo }) => {
  expect(await outcome(() => wallet.decide(when, evolved(wallet, given)))).toEqual(leadsTo);
});
