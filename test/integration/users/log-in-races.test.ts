import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { updatePassword } from '../../../functions/users/accounts/store.ts';
import { eraseRows } from '../../../functions/users/me/erasure/erase.ts';
import { endSessions } from '../../../functions/users/sessions/store.ts';
import { holdAccountAlone } from '../../../platform/accounts/account-state.ts';
import { createPasswords } from '../../../platform/passwords/password.ts';
import { openIdProvider } from '../../../platform/social-login/open-id-provider.ts';
import { isHeldUp } from '../held-up.ts';
import { CLIENT, startFakeIssuer } from './fake-issuer.ts';
import { consents, eventsOf, logIn, newEmail, PASSWORD, refresh, signedUp, startWorld, verified } from './world.ts';

const world = await startWorld();
const { call, owner } = world;
const issuer = await startFakeIssuer();
afterAll(() => issuer.stop());

const REDIRECT = 'https://app.example.com/callback';
world.social = {
  providers: { google: openIdProvider({ ...CLIENT, issuer: new URL('/', issuer.origin), scope: 'openid' }) },
  redirectUris: [REDIRECT],
};

beforeEach(() => {
  world.now = new Date('2026-06-01T03:00:00Z');
});

const OTHER_PASSWORD = 'another horse, another battery';
const REFUSED = { status: 401, json: { code: 'credentials_refused' } };
const HOLDING = 'for no key update';

async function reset(contact: Parameters<typeof verified>[2]): Promise<void> {
  const verification = await verified(world, 'password-reset', contact);
  const body = { contact, verification, password: OTHER_PASSWORD };
  expect((await call('POST', '/v1/accounts/password-resets', { body })).status).toBe(204);
}

/** What lets somebody in, or would. */
async function waysInto(userId: string) {
  const [row] = await owner.sql`
    select (select count(*)::int from sessions where user_id = ${userId} and ended_at is null) as sessions,
      (select count(*)::int from known_devices where user_id = ${userId}) as devices`;
  return row;
}
const NO_WAY_IN = { sessions: 0, devices: 0 };

async function socialLogIn(subject: string) {
  const at = '/v1/sessions/social/google';
  const { json } = await call('POST', `${at}/authorizations`, { body: { redirectUri: REDIRECT } });
  const callback = issuer.logIn(json.authorizationUrl, { subject, email: `${subject}@gmail.com`, nickname: '달' });
  return call('POST', at, { body: { login: json.login, callback } });
}

async function signUpWith(socialLogin: string, contact: Parameters<typeof verified>[2]) {
  const verification = await verified(world, 'sign-up', contact);
  const body = { contact, verification, socialLogin, nickname: '달', birthYear: 1990, consents };
  return call('POST', '/v1/accounts', { body });
}

describe('a log-in whose password was compared before a reset', () => {
  test.each(['alone', 'from a device that is known', 'with a code'])('%s is refused after it', async how => {
    const { contact, userId, tokens } = await signedUp(world);
    const more = {
      alone: {},
      'from a device that is known': { deviceToken: tokens.deviceToken },
      'with a code': how === 'with a code' ? { verification: await verified(world, 'log-in', contact) } : {},
    }[how];
    world.compared = () => reset(contact);
    expect(await logIn(world, contact, more)).toMatchObject(REFUSED);
    expect(await waysInto(userId)).toEqual(NO_WAY_IN);
    expect((await logIn(world, contact, { password: OTHER_PASSWORD })).status).toBe(201);
  });

  test('waits for one that is under way, and is refused', async () => {
    const { contact, userId } = await signedUp(world);
    const { userId: other } = await signedUp(world, newEmail(), { password: OTHER_PASSWORD });
    const [{ hash }] = await owner.sql<[{ hash: string }]>`select password_hash as hash from users where id = ${other}`;
    let loggingIn: ReturnType<typeof logIn> | undefined;
    await owner.transaction(async tx => {
      await updatePassword(tx, userId, hash, world.now);
      loggingIn = logIn(world, contact);
      await isHeldUp(owner, HOLDING);
      await endSessions(tx, { userId, reason: 'password_reset' }, world.now, 'reset');
    });
    expect(await loggingIn).toMatchObject(REFUSED);
    expect(await waysInto(userId)).toMatchObject({ sessions: 0 });
  });

  test('does not write the password before it over the new one', async () => {
    const { contact, userId } = await signedUp(world);
    const weak = await createPasswords({ parameters: { memory: 8, passes: 1, parallelism: 1 } }).hash(PASSWORD);
    await owner.sql`update users set password_hash = ${weak} where id = ${userId}`;
    world.compared = () => reset(contact);
    expect(await logIn(world, contact)).toMatchObject(REFUSED);
    expect((await logIn(world, contact, { password: OTHER_PASSWORD })).status).toBe(201);
  });
});

test('of two log-ins of which one hashes the password anew, the other is let in too', async () => {
  const { contact, userId } = await signedUp(world);
  const weak = await createPasswords({ parameters: { memory: 8, passes: 1, parallelism: 1 } }).hash(PASSWORD);
  await owner.sql`update users set password_hash = ${weak} where id = ${userId}`;
  world.compared = async () => expect((await logIn(world, contact)).status).toBe(201);
  expect((await logIn(world, contact)).status).toBe(201);
});

test('a log-in by a contact that is replaced meanwhile is refused', async () => {
  const { contact, userId, headers } = await signedUp(world);
  const next = newEmail();
  const verification = await verified(world, 'contact-change', next);
  const body = { contact: next, verification, proof: { password: PASSWORD } };
  world.compared = async () => expect((await call('PUT', '/v1/me/contact', { body, headers })).status).toBe(204);
  const before = await waysInto(userId);
  expect(await logIn(world, contact)).toMatchObject(REFUSED);
  expect(await waysInto(userId)).toEqual(before);
});

describe('while an account is erased', () => {
  /** Sends something, which waits for the erasure, and gives what was answered after it. */
  async function meanwhile<Answer>(userId: string, send: () => Promise<Answer>, statement = HOLDING): Promise<Answer> {
    let sent: Promise<Answer> | undefined;
    await owner.transaction(async tx => {
      await eraseRows(tx, userId, world.now);
      sent = send();
      await isHeldUp(owner, statement);
    });
    return sent!;
  }

  const expectGone = async (userId: string) => {
    expect(await waysInto(userId)).toEqual(NO_WAY_IN);
    expect((await eventsOf(world, userId)).at(-1)).toMatchObject({ type: 'user.erased' });
    expect(await owner.sql`select last_login_at from users where id = ${userId}`).toEqual([{ last_login_at: null }]);
  };

  test('nobody logs in to it with a password', async () => {
    const { contact, userId } = await signedUp(world);
    expect(await meanwhile(userId, () => logIn(world, contact))).toMatchObject(REFUSED);
    await expectGone(userId);
  });

  test('nobody logs in to it at a provider: they may sign up', async () => {
    const made = await signUpWith((await socialLogIn('erased')).json.login, newEmail());
    const { userId } = await world.tokens.verify(made.json.accessToken, world.now);
    const answer = await meanwhile(userId, () => socialLogIn('erased'));
    expect(answer).toMatchObject({ status: 200, json: { status: 'sign_up_required' } });
    await expectGone(userId);
  });

  test('nobody refreshes a session of it', async () => {
    const { userId, tokens } = await signedUp(world);
    const answer = await meanwhile(userId, () => refresh(world, tokens.refreshToken), 'for update of s');
    expect(answer).toMatchObject({ status: 401, json: { code: 'refresh_token_refused' } });
    await expectGone(userId);
  });

  test('its password is not reset', async () => {
    const { contact, userId } = await signedUp(world);
    let changed: Promise<unknown> | undefined;
    const verification = await verified(world, 'password-reset', contact);
    await owner.transaction(async tx => {
      await holdAccountAlone(tx, userId, 'allowed');
      const body = { contact, verification, password: OTHER_PASSWORD };
      changed = call('POST', '/v1/accounts/password-resets', { body });
      await isHeldUp(owner, HOLDING);
      await eraseRows(tx, userId, world.now);
    });
    expect(await changed).toMatchObject({ status: 403, json: { code: 'verification_refused' } });
    const [row] = await owner.sql`select password_hash from users where id = ${userId}`;
    expect(row).toEqual({ password_hash: null });
    await expectGone(userId);
  });
});

test('a social log-in is not linked to an account that has another contact by then: it makes one of its own', async () => {
  const { contact, userId } = await signedUp(world);
  const { login } = (await socialLogIn('linking')).json;
  let signingUp: ReturnType<typeof signUpWith> | undefined;
  await owner.transaction(async tx => {
    await tx`update users set email_hash = sha256('another') where id = ${userId}`;
    signingUp = signUpWith(login, contact);
    await isHeldUp(owner, HOLDING);
  });
  const made = await signingUp!;
  expect(made).toMatchObject({ status: 201, json: { session: { method: 'google' } } });
  expect((await world.tokens.verify(made.json.accessToken, world.now)).userId).not.toBe(userId);
  expect(await owner.sql`select from user_identities where user_id = ${userId}`).toHaveLength(0);
});

test('a session is refreshed no more whose end was under way', async () => {
  const { userId, tokens } = await signedUp(world);
  let refreshing: ReturnType<typeof refresh> | undefined;
  await owner.transaction(async tx => {
    await endSessions(tx, { userId, reason: 'password_reset' }, world.now, 'reset');
    refreshing = refresh(world, tokens.refreshToken);
    await isHeldUp(owner, 'for update of s');
  });
  expect(await refreshing).toMatchObject({ status: 401, json: { code: 'refresh_token_refused' } });
});

test('who logs out everywhere waits for a log-in before anything is held that it needs', async () => {
  const { userId, headers } = await signedUp(world);
  let loggingOut: ReturnType<typeof call> | undefined;
  await owner.transaction(async tx => {
    await holdAccountAlone(tx, userId, 'allowed');
    loggingOut = call('DELETE', '/v1/sessions', { headers });
    await isHeldUp(owner, HOLDING);
    await tx`select from known_devices where user_id = ${userId} for update nowait`;
    await tx`select from sessions where user_id = ${userId} for update nowait`;
  });
  expect((await loggingOut)!.status).toBe(204);
  expect(await waysInto(userId)).toEqual(NO_WAY_IN);
});
