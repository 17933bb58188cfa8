import { expect, test } from 'vitest';
import type * as z from 'zod';
import { thresholdsInput } from '../../functions/iot/devices/thresholds.ts';
import { createAccount } from '../../functions/users/accounts/contract.ts';
import { proofInput } from '../../functions/users/me/proof/input.ts';
import { checkPart } from '../../platform/errors/schema-issues.ts';

/** What a caller gets wrong is told at once, where fields are checked together too. Those of saju stand in bad-input.test.ts. */
function told(schema: z.ZodType, value: unknown): readonly string[] {
  const checked = checkPart(schema, value, 'body');
  return 'issues' in checked ? checked.issues.map(({ path, code }) => `${path} ${code}`).sort() : [];
}

test('of a sign-up: how to log in, and a guardian who is the child, beside a name and consents that are missing', () => {
  const contact = { email: 'miso@example.com' };
  const verification = { verification: 'v'.repeat(43), code: '042917' };
  const wrong = { contact, verification, birthYear: 'young', guardian: { contact, verification }, role: 'admin' };
  expect(told(createAccount.request.body, wrong)).toEqual([
    'birthYear invalid_type',
    'consents required',
    'guardian.contact contact_of_the_child',
    'nickname required',
    'password password_or_social_login',
    'role unknown_field',
  ]);
});

test('of a proof: that there are two, beside what is wrong with one', () => {
  expect(told(proofInput, { password: 'a password', verification: { code: '1' } })).toEqual([
    ' password_or_verification',
    'verification.verification required',
  ]);
});

test('of thresholds: each limit that nothing can measure and those that are crossed, beside a type and a limit that are none', () => {
  const wrong = { temperature: { min: 'cold', max: 200 }, humidity: { min: 60, max: 40, mean: 50 }, smell: { max: 2 } };
  expect(told(thresholdsInput, wrong)).toEqual([
    'humidity limits_crossed',
    'humidity.mean unknown_field',
    'smell unknown_field',
    'temperature.max too_big',
    'temperature.min invalid_type',
  ]);
});
