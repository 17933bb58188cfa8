import { beforeEach, describe, expect, test } from 'vitest';
import {
  eventsOf,
  logIn,
  newEmail,
  PASSWORD,
  refresh,
  type SignedUp,
  signedUp,
  startWorld,
  verified,
  wait,
} from './world.ts';

const world = await startWorld();
const { call, database } = world;
const DAY_S = 86_400;

beforeEach(() => {
  world.now = new Date('2026-06-01T03:00:00Z');
});

const list = (headers: { authorization: string }) => call('GET', '/v1/sessions', { headers });

async function resetPassword({ contact }: Pick<SignedUp, 'contact'>, password = 'another long password') {
  const verification = await verified(world, 'password-reset', contact);
  return call('POST', '/v1/accounts/password-resets', { body: { contact, verification, password } });
}

async function expectRefused(refreshToken: string) {
  expect(await refresh(world, refreshToken)).toMatchObject({ status: 401, json: { code: 'refresh_token_refused' } });
}

describe('refreshing', () => {
  test('gives the next token of the same session, for as long as somebody comes within 30 days', async () => {
    const { tokens, sessionId, userId } = await signedUp(world);
    let { refreshToken } = tokens;
    const seen = new Set([refreshToken]);
    for (let days = 0; days < 5; days++) {
      wait(world, 29 * DAY_S);
      const { status, json } = await refresh(world, refreshToken);
      expect(status).toBe(201);
      expect(await world.tokens.verify(json.accessToken, world.now)).toMatchObject({ userId, sessionId });
      refreshToken = json.refreshToken;
      seen.add(refreshToken);
    }
    expect(seen.size).toBe(6);
    wait(world, 30 * DAY_S);
    await expectRefused(refreshToken);
  });

  test('ends 180 days after the log-in, however often it was done', async () => {
    const { tokens } = await signedUp(world);
    let { refreshToken } = tokens;
    for (let count = 0; count < 8; count++) {
      wait(world, 20 * DAY_S);
      ({ refreshToken } = (await refresh(world, refreshToken)).json);
    }
    wait(world, 19.9 * DAY_S);
    const last = await refresh(world, refreshToken);
    expect(last.json.refreshTokenExpiresAt).toBe(last.json.session.expiresAt);
    wait(world, DAY_S);
    await expectRefused(last.json.refreshToken);
  });

  test('reads the roles anew', async () => {
    const { userId, tokens } = await signedUp(world);
    await database.sql`insert into user_roles (user_id, role, granted_at) values (${userId}, 'operator', ${world.now})`;
    const promoted = await refresh(world, tokens.refreshToken);
    expect((await world.tokens.verify(promoted.json.accessToken, world.now)).roles).toEqual(['member', 'operator']);
    await database.sql`delete from user_roles where user_id = ${userId}`;
    const demoted = await refresh(world, promoted.json.refreshToken);
    expect((await world.tokens.verify(demoted.json.accessToken, world.now)).roles).toEqual(['member']);
  });
});

describe('attacks on sessions', () => {
  test('a refresh token that is used again ends its session for whoever has it, and says so', async () => {
    const { userId, sessionId, tokens } = await signedUp(world);
    const thief = await refresh(world, tokens.refreshToken);
    wait(world, 11);
    await expectRefused(tokens.refreshToken);
    await expectRefused(thief.json.refreshToken);
    expect((await eventsOf(world, userId)).slice(2)).toEqual([
      { type: 'user.refresh_token_reused', data: { sessionId } },
      { type: 'user.sessions_ended', data: { sessionIds: [sessionId], reason: 'refresh_token_reused' } },
    ]);
  });

  test('one that is three refreshes old does the same', async () => {
    const { tokens } = await signedUp(world);
    let { refreshToken } = tokens;
    for (let count = 0; count < 3; count++) {
      wait(world, 20);
      ({ refreshToken } = (await refresh(world, refreshToken)).json);
    }
    await expectRefused(tokens.refreshToken);
    await expectRefused(refreshToken);
  });

  test('reuse ends one session and not the others of the same account', async () => {
    const { contact, tokens } = await signedUp(world);
    const other = await logIn(world, contact);
    await refresh(world, tokens.refreshToken);
    wait(world, 60);
    await expectRefused(tokens.refreshToken);
    expect((await refresh(world, other.json.refreshToken)).status).toBe(201);
  });

  test('reuse is measured, so that an alarm sees it', async () => {
    const { tokens } = await signedUp(world);
    await refresh(world, tokens.refreshToken);
    wait(world, 60);
    const { logged } = await refresh(world, tokens.refreshToken);
    expect(JSON.parse(logged)).toMatchObject({ refresh_tokens_reused: 1 });
  });

  test('100 refreshes at once with one token give exactly one new one, which works', async () => {
    const { userId, tokens } = await signedUp(world);
    const answers = await Promise.all(Array.from({ length: 100 }, () => refresh(world, tokens.refreshToken)));
    const given = answers.filter(({ status }) => status === 201);
    expect(given).toHaveLength(1);
    for (const { status, json } of answers.filter(answer => answer !== given[0])) {
      expect({ status, code: json.code }).toEqual({ status: 409, code: 'refresh_token_just_used' });
    }
    const unused = await database.sql`
      select from refresh_tokens join sessions on sessions.id = session_id
      where user_id = ${userId} and used_at is null and ended_at is null`;
    expect(unused.count).toBe(1);
    expect((await refresh(world, given[0]!.json.refreshToken)).status).toBe(201);
  });

  test('the ten seconds of grace give no second token, and after them the token is a stolen one', async () => {
    const { tokens } = await signedUp(world);
    await refresh(world, tokens.refreshToken);
    wait(world, 9.9);
    expect((await refresh(world, tokens.refreshToken)).json.accessToken).toBeUndefined();
    wait(world, 0.1);
    await expectRefused(tokens.refreshToken);
  });

  test('refreshing after logging out is refused, at once too', async () => {
    const { tokens, headers } = await signedUp(world);
    expect((await call('DELETE', '/v1/sessions/current', { headers })).status).toBe(204);
    await expectRefused(tokens.refreshToken);
    // Logging out again is no news.
    expect((await call('DELETE', '/v1/sessions/current', { headers })).status).toBe(204);

    const racing = await signedUp(world);
    const [, raced] = await Promise.all([
      call('DELETE', '/v1/sessions/current', { headers: racing.headers }),
      refresh(world, racing.tokens.refreshToken),
    ]);
    if (raced.status === 201) await expectRefused(raced.json.refreshToken);
    await expectRefused(racing.tokens.refreshToken);
  });

  test('a new password ends every session, forgets every device, and tells the owner', async () => {
    const account = await signedUp(world);
    const other = await logIn(world, account.contact);
    expect((await resetPassword(account)).status).toBe(204);
    expect(world.sent.at(-1)).toMatchObject({
      template: 'password-changed',
      to: (account.contact as { email: string }).email,
    });
    await expectRefused(account.tokens.refreshToken);
    await expectRefused(other.json.refreshToken);
    expect((await logIn(world, account.contact)).status).toBe(401);
    const { json } = await logIn(world, account.contact, {
      password: 'another long password',
      deviceToken: account.tokens.deviceToken,
    });
    // The device was not known: it gets another token.
    expect(json.deviceToken).toMatch(/^[\w-]{43}$/);
    const types = (await eventsOf(world, account.userId)).map(({ type }) => type);
    expect(types).toContain('user.password_reset');
  });

  test('a password is not reset with a code for another contact, another purpose, a guess or twice', async () => {
    const victim = await signedUp(world);
    const attacker = await signedUp(world);
    const reset = (verification: unknown) =>
      call('POST', '/v1/accounts/password-resets', {
        body: { contact: victim.contact, verification, password: PASSWORD },
      });
    const own = await verified(world, 'password-reset', attacker.contact);
    const login = await verified(world, 'log-in', victim.contact);
    const right = await verified(world, 'password-reset', victim.contact);
    // The code of one request with the secret of another: it takes the mailbox and the client that asked.
    const stolen = { verification: own.verification, code: right.code };
    for (const verification of [own, login, stolen, { ...right, code: '00000' }]) {
      expect((await reset(verification)).json.code).toBe('verification_refused');
    }
    expect((await refresh(world, victim.tokens.refreshToken)).status).toBe(201);
    const answers = await Promise.all(Array.from({ length: 4 }, () => reset(right)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403, 403, 403]);
  });

  test('logging out everywhere ends all sessions and forgets the devices', async () => {
    const { contact, tokens, headers } = await signedUp(world);
    const others = [await logIn(world, contact), await logIn(world, contact)];
    expect((await call('DELETE', '/v1/sessions', { headers })).status).toBe(204);
    for (const { refreshToken } of [tokens, ...others.map(({ json }) => json)]) await expectRefused(refreshToken);
    expect(
      (
        await database.sql`select from known_devices join users on users.id = user_id
      where user_id = (select id from users where id = ${(await world.tokens.verify(tokens.accessToken, world.now)).userId})`
      ).count,
    ).toBe(0);
  });

  test('another user’s session is not there: neither shown nor ended', async () => {
    const victim = await signedUp(world);
    const attacker = await signedUp(world);
    const refused = await call('DELETE', `/v1/sessions/${victim.sessionId}`, { headers: attacker.headers });
    expect(refused).toMatchObject({ status: 404, json: { code: 'session_not_found' } });
    const shown = (await list(attacker.headers)).json.sessions.map(({ id }: { id: string }) => id);
    expect(shown).toEqual([attacker.sessionId]);
    expect((await refresh(world, victim.tokens.refreshToken)).status).toBe(201);
  });

  test.each([
    ['an access token', ({ tokens }: SignedUp) => tokens.accessToken],
    ['a device token', ({ tokens }: SignedUp) => tokens.deviceToken],
    ['its own hash', ({ tokens }: SignedUp) => Buffer.from(tokens.refreshToken).toString('hex')],
    ['a session id', ({ sessionId }: SignedUp) => sessionId],
    ['an id of the user', ({ userId }: SignedUp) => userId],
    ['a token in upper case', ({ tokens }: SignedUp) => tokens.refreshToken.toUpperCase()],
    ['a token with a space', ({ tokens }: SignedUp) => `${tokens.refreshToken} `],
  ])('%s is no refresh token', async (_, forged) => {
    const account = await signedUp(world);
    await expectRefused(forged(account).slice(0, 200));
    expect((await refresh(world, account.tokens.refreshToken)).status).toBe(201);
  });

  test('a refresh token is no access token', async () => {
    const { tokens } = await signedUp(world);
    const headers = { authorization: `Bearer ${tokens.refreshToken}` };
    expect(await list(headers)).toMatchObject({ status: 401, json: { code: 'unauthenticated' } });
  });

  test('the token of a deleted account refreshes nothing', async () => {
    const { userId, tokens } = await signedUp(world);
    await database.sql`update users set account_status = 'deleted' where id = ${userId}`;
    await expectRefused(tokens.refreshToken);
  });

  test('the database holds no token that could be sent', async () => {
    const { tokens } = await signedUp(world);
    const { json } = await refresh(world, tokens.refreshToken);
    const rows = await database.sql<{ row: string }[]>`
      select row_to_json(refresh_tokens)::text as row from refresh_tokens
      union all select row_to_json(known_devices)::text from known_devices
      union all select row_to_json(sessions)::text from sessions
      union all select row_to_json(events)::text from events`;
    const text = rows.map(({ row }) => row).join('\n');
    for (const secret of [tokens.refreshToken, tokens.deviceToken, tokens.accessToken, json.refreshToken]) {
      for (const encoding of ['utf8', 'hex', 'base64'] as const) {
        expect(text).not.toContain(Buffer.from(secret).toString(encoding));
      }
      expect(text).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
    }
  });
});

describe('one’s own sessions', () => {
  test('are listed with what tells them apart, and ended one by one', async () => {
    const { contact, sessionId, headers } = await signedUp(world);
    wait(world, 60);
    const phone = await logIn(world, contact, {}, { headers: { 'User-Agent': 'Mozilla/5.0 (Linux; Android 16)' } });
    const id = phone.json.session.id;
    expect((await list(headers)).json.sessions).toMatchObject([
      { id, device: 'android', current: false, createdAt: '2026-06-01T03:01:00.000Z' },
      { id: sessionId, device: 'other', current: true },
    ]);
    expect((await call('DELETE', `/v1/sessions/${id}`, { headers })).status).toBe(204);
    expect((await list(headers)).json.sessions).toHaveLength(1);
    await expectRefused(phone.json.refreshToken);
    expect((await call('DELETE', `/v1/sessions/${id}`, { headers })).status).toBe(404);
  });

  test('are nobody’s without a token', async () => {
    for (const [method, path] of [
      ['GET', '/v1/sessions'],
      ['DELETE', '/v1/sessions'],
      ['DELETE', '/v1/sessions/current'],
    ] as const) {
      expect(await call(method, path)).toMatchObject({ status: 401, json: { code: 'unauthenticated' } });
    }
  });
});

test('a password reset tells the owner by SMS where the account has a phone', async () => {
  const account = await signedUp(world, { phone: '010-7777-1234' });
  expect((await resetPassword(account)).status).toBe(204);
  expect(world.sent.at(-1)).toMatchObject({ channel: 'sms', to: '+821077771234', template: 'password-changed' });
  expect((await resetPassword({ contact: newEmail() })).status).toBe(403);
});
