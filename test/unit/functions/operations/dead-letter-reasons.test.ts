import { expect, test } from 'vitest';
import * as z from 'zod';
import type { RefusalReason } from '../../../../functions/iot/ingest/refusal.ts';
import { listDeadLetters } from '../../../../functions/operations/dead-letters/contract.ts';

/** Each reason: one that is missing does not compile. */
const reasons: Readonly<Record<RefusalReason, true>> = {
  ...{
    not_json: true,
    not_a_device_record: true,
    unreadable_payload: true,
    wrong_shape: true,
    too_many_readings: true,
  },
  ...{ unknown_device: true, device_inactive: true, device_retired: true, wrong_unit: true, out_of_range: true },
  ...{ from_the_future: true, too_late: true, not_applied: true, outside_retention: true, not_archived: true },
};

test.each(Object.keys(reasons))('the contract of dead letters says that a reason may be %s', reason => {
  const described = JSON.stringify(z.toJSONSchema(listDeadLetters.response.body, { unrepresentable: 'any' }));
  expect(described).toContain(`\`${reason}\``);
});
