import { expect, test } from 'vitest';
import { deleteExpiredSignIns } from '../../../functions/users/sessions/delete-expired.ts';
import { logIn, newEmail, refresh, signedUp, startWorld, wait } from './world.ts';

const world = await startWorld();
const { database } = world;
const DAY_S = 86_400;

const run = () => deleteExpiredSignIns({ database, arguments: [], now: () => world.now, progress: () => {} });

test('what has expired is deleted, and nothing that is still good', async () => {
  const { contact, tokens } = await signedUp(world);
  await logIn(world, contact, { password: 'wrong' });
  await logIn(world, newEmail(), { password: 'wrong' });
  wait(world, 20 * DAY_S);
  const { json } = await refresh(world, tokens.refreshToken);
  wait(world, 15 * DAY_S);
  // Two days of counters, a code of ten minutes, and a refresh token of 30 days are over; the session is not.
  expect(await run()).toEqual({
    verifications: 1,
    social_logins: 0,
    login_attempts: 5,
    known_devices: 0,
    refresh_tokens: 1,
    sessions: 0,
  });
  expect(Object.values(await run())).toEqual([0, 0, 0, 0, 0, 0]);
  expect((await refresh(world, json.refreshToken)).status).toBe(201);
  wait(world, 366 * DAY_S);
  expect(await run()).toMatchObject({ known_devices: 1, refresh_tokens: 2, sessions: 1 });
});
