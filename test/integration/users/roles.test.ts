import { expect, test } from 'vitest';
import { userEvents, userStream } from '../../../functions/users/events.ts';
import { changeRole, roleArguments } from '../../../functions/users/roles/change-role.ts';
import { readStream } from '../../../platform/events/event-store.ts';
import { runnerOn } from '../jobs/runner.ts';
import { meFunction } from './me-function.ts';

const { database, dependencies, clock, member } = await meFunction();
const run = runnerOn(() => database);
const change = (kind: 'grant' | 'revoke', ...args: string[]) =>
  run(
    changeRole(kind, () => dependencies.blindIndex),
    clock.now,
    `${kind}-role`,
    args,
    roleArguments,
  );

test('a role is given by e-mail or id and taken away again, once each, and told as events', async () => {
  const { userId, email, call } = await member();
  const roles = async () => (await call('GET', '/v1/me')).json.roles;
  expect(await change('grant', 'operator', email.toUpperCase())).toEqual({ changed: 1 });
  expect(await change('grant', 'operator', userId)).toEqual({ changed: 0 });
  expect(await roles()).toContain('operator');
  expect(await change('revoke', 'operator', userId)).toEqual({ changed: 1 });
  expect(await change('revoke', 'operator', email)).toEqual({ changed: 0 });
  expect(await roles()).not.toContain('operator');
  const events = await readStream(database.sql, userStream(userId), userEvents);
  expect(events.map(({ type, data }) => [type, data])).toEqual([
    ['user.role_granted', { role: 'operator' }],
    ['user.role_revoked', { role: 'operator' }],
  ]);
});

test.each([
  ['a role that there is not', ['king', '00000000-0000-4000-8000-000000000000']],
  ['no account', ['operator']],
  ['an account that there is not', ['operator', 'nobody@example.com']],
  ['something else', ['operator', 'miso']],
])('%s is refused, without telling what was written', async (_, args) => {
  const refusal = await change('grant', ...args).catch((error: Error) => error);
  expect(refusal).toMatchObject({ name: 'UnusableArguments', message: expect.stringMatching(/^(ROLE|ACCOUNT) is /) });
  if (args[1] !== undefined) expect((refusal as Error).message).not.toContain(args[1]);
});
