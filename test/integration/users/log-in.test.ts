import { beforeEach, describe, expect, test } from 'vitest';
import { eventsOf, logIn, newEmail, PASSWORD, signedUp, startWorld, verified, wait } from './world.ts';

const world = await startWorld();
const { call, database } = world;
const wrong = { password: 'a password that is wrong' };

let network = 0;
/** An address that nothing has come from. */
const newAddress = () => `198.51.${100 + (network >> 8)}.${network++ % 256}`;

beforeEach(() => {
  world.now = new Date('2026-06-01T03:00:00Z');
});

describe('logging in', () => {
  test('opens a session of its own each time, and tells as an event', async () => {
    const { contact, userId, sessionId } = await signedUp(world);
    const first = await logIn(world, contact, {}, { headers: { 'User-Agent': 'HEAL7/1.0 (iPhone; iOS 20.1)' } });
    const second = await logIn(world, contact);
    const sessions = [sessionId, first.json.session.id, second.json.session.id];
    expect(new Set(sessions).size).toBe(3);
    expect(first.json.session).toMatchObject({ method: 'password', device: 'ios' });
    expect(await eventsOf(world, userId)).toEqual([
      expect.objectContaining({ type: 'user.signed_up' }),
      ...sessions.map(id => ({ type: 'user.session_opened', data: { sessionId: id, method: 'password' } })),
    ]);
    expect(first.headers['cache-control']).toBe('no-store');
  });

  test('finds an e-mail address in any case and form of Unicode', async () => {
    await signedUp(world, { email: 'Zoë.Kim@Example.com' });
    expect((await logIn(world, { email: ' ZOE\u0308.kim@EXAMPLE.COM ' })).status).toBe(201);
  });

  test('takes no session id, no token and no user id that a client chooses', async () => {
    const { contact, sessionId } = await signedUp(world);
    for (const field of ['sessionId', 'session', 'refreshToken', 'userId', 'roles']) {
      expect((await logIn(world, contact, { [field]: sessionId })).status, field).toBe(400);
    }
  });

  test('is never replayed: an Idempotency-Key changes nothing', async () => {
    const { contact } = await signedUp(world);
    const headers = { 'Idempotency-Key': 'the-same' };
    const [first, second] = [
      await logIn(world, contact, {}, { headers }),
      await logIn(world, contact, {}, { headers }),
    ];
    expect(second.headers['idempotency-replayed']).toBeUndefined();
    expect(second.json.refreshToken).not.toBe(first.json.refreshToken);
    expect((await database.sql`select from idempotency_keys`).count).toBe(0);
  });

  test('of a deleted account is refused as any other', async () => {
    const { contact, userId } = await signedUp(world);
    await database.sql`update users set account_status = 'deleted' where id = ${userId}`;
    expect(await logIn(world, contact)).toMatchObject({ status: 401, json: { code: 'credentials_refused' } });
  });
});

describe('nothing tells whether there is an account', () => {
  const asked = async (contact: { email: string } | { phone: string }) => {
    const address = newAddress();
    const before = { passwords: world.passwordsWorked, sent: world.sent.length };
    const answers = [
      await logIn(world, contact, wrong, { address }),
      await logIn(world, contact, { ...wrong, deviceToken: 'unknown' }, { address }),
      await call('POST', '/v1/accounts/verifications', { body: { purpose: 'log-in', contact } }),
      await call('POST', '/v1/accounts/verifications', { body: { purpose: 'password-reset', contact } }),
      await call('POST', '/v1/accounts/verifications', { body: { purpose: 'sign-up', contact } }),
    ];
    const reset = {
      contact,
      verification: { verification: answers[3]!.json.verification, code: '12345x' },
      password: PASSWORD,
    };
    answers.push(await call('POST', '/v1/accounts/password-resets', { body: reset }));
    const shapes = answers.map(({ status, json, headers }) => ({
      status,
      // Random and dated, always of one form.
      body: JSON.stringify(json)
        .replace(/"requestId":"[^"]+"/, '')
        .replace(/"verification":"[\w-]{43}"/, '"verification":"…"'),
      headers: Object.keys(headers).sort(),
    }));
    const work = {
      passwords: world.passwordsWorked - before.passwords,
      messages: world.sent
        .slice(before.sent)
        .map(({ channel, to }) => ({ channel, its: to === world.sent.at(-1)!.to })),
    };
    return { shapes, work };
  };

  test('neither text, status, headers, passwords hashed nor messages sent', async () => {
    const { contact } = await signedUp(world);
    const known = await asked(contact);
    expect(await asked(newEmail())).toEqual(known);
    expect(known.shapes.map(({ status }) => status)).toEqual([401, 401, 202, 202, 202, 403]);
    expect(known.work.passwords).toBe(2);
    expect(known.work.messages).toHaveLength(3);
  });

  test('and the same rows are written', async () => {
    const written = async (contact: { email: string } | { phone: string }) => {
      const rows = async () => (await database.sql`select from login_attempts`).count;
      const before = await rows();
      await logIn(world, contact, wrong, { address: newAddress() });
      return (await rows()) - before;
    };
    const { contact } = await signedUp(world);
    expect(await written(newEmail())).toBe(await written(contact));
  });

  test('but the owner of the address is told in the message', async () => {
    await call('POST', '/v1/accounts/verifications', { body: { purpose: 'password-reset', contact: newEmail() } });
    expect(world.sent.at(-1)).toMatchObject({ template: 'no-account', values: {} });
  });

  test('nor does waiting: strangers are made to wait alike', async () => {
    const { contact } = await signedUp(world);
    const waits = async (to: { email: string } | { phone: string }) => {
      const address = newAddress();
      const statuses: number[] = [];
      for (let tries = 0; tries < 6; tries++) statuses.push((await logIn(world, to, wrong, { address })).status);
      return statuses;
    };
    const known = await waits(contact);
    expect(known).toEqual([401, 401, 401, 429, 429, 429]);
    expect(await waits(newEmail())).toEqual(known);
  });
});

describe('guessing', () => {
  test('for one account from one network waits twice as long each time, to 15 minutes', async () => {
    const { contact } = await signedUp(world);
    const address = newAddress();
    const waits: number[] = [];
    for (let tries = 0; tries < 15; tries++) {
      const { status, headers } = await logIn(world, contact, wrong, { address });
      if (status === 401) continue;
      waits.push(Number(headers['retry-after']));
      wait(world, waits.at(-1)!);
      expect((await logIn(world, contact, wrong, { address })).status).toBe(401);
    }
    expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8]);
    expect(Math.max(...waits)).toBe(900);
  });

  test('at once gets no further than one by one: 50 of them are three', async () => {
    const { contact } = await signedUp(world);
    const address = newAddress();
    const before = world.passwordsWorked;
    const answers = await Promise.all(Array.from({ length: 50 }, () => logIn(world, contact, wrong, { address })));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(47);
    expect(world.passwordsWorked - before).toBe(3);
  });

  test('makes the right password wait too, there, but not elsewhere nor on a device that is known', async () => {
    const { contact, tokens } = await signedUp(world);
    const address = newAddress();
    for (let tries = 0; tries < 4; tries++) await logIn(world, contact, wrong, { address });
    expect((await logIn(world, contact, {}, { address })).status).toBe(429);
    expect((await logIn(world, contact, { deviceToken: tokens.deviceToken }, { address })).status).toBe(201);
    const verification = await verified(world, 'log-in', contact);
    expect((await logIn(world, contact, { verification }, { address })).status).toBe(201);
    expect((await logIn(world, contact, {}, { address: newAddress() })).status).toBe(201);
  });

  test('is forgotten with the right password', async () => {
    const { contact } = await signedUp(world);
    const address = newAddress();
    for (let round = 0; round < 3; round++) {
      for (let tries = 0; tries < 2; tries++) {
        expect((await logIn(world, contact, wrong, { address })).status).toBe(401);
      }
      expect((await logIn(world, contact, {}, { address })).status).toBe(201);
    }
  });

  test('of one account from everywhere ends at 50 a day: a password alone will not do, for the owner either', async () => {
    const { contact, tokens } = await signedUp(world);
    for (let tries = 0; tries < 50; tries++) {
      expect((await logIn(world, contact, wrong, { address: newAddress() })).status).toBe(401);
    }
    const before = world.passwordsWorked;
    for (const more of [wrong, {}]) {
      const refused = await logIn(world, contact, more, { address: newAddress() });
      expect(refused).toMatchObject({ status: 401, json: { code: 'verification_required' } });
    }
    expect(world.passwordsWorked).toBe(before);
    // The owner is not locked out.
    expect((await logIn(world, contact, { deviceToken: tokens.deviceToken }, { address: newAddress() })).status).toBe(
      201,
    );
    const verification = await verified(world, 'log-in', contact);
    expect((await logIn(world, contact, { verification }, { address: newAddress() })).status).toBe(201);
    wait(world, 86_400);
    expect((await logIn(world, contact, {}, { address: newAddress() })).status).toBe(201);
  });

  test('of many accounts from one network ends at 100 an hour; of IPv6 a network is 64 bits', async () => {
    const { contact } = await signedUp(world);
    for (let tries = 0; tries < 100; tries++) {
      const address = `2001:db8:7:7::${(tries + 1).toString(16)}`;
      expect((await logIn(world, newEmail(), wrong, { address })).status).toBe(401);
    }
    expect((await logIn(world, contact, {}, { address: '2001:db8:7:7:ffff::1' })).status).toBe(429);
    expect((await logIn(world, contact, {}, { address: '2001:db8:7:8::1' })).status).toBe(201);
    wait(world, 3_600);
    expect((await logIn(world, contact, {}, { address: '2001:db8:7:7:ffff::1' })).status).toBe(201);
  });

  test('with a stolen device token ends after ten passwords: it is a stranger then', async () => {
    const { contact, tokens } = await signedUp(world);
    const address = newAddress();
    const statuses: number[] = [];
    for (let tries = 0; tries < 16; tries++) {
      const guess = { ...wrong, deviceToken: tokens.deviceToken };
      statuses.push((await logIn(world, contact, guess, { address })).status);
    }
    expect(statuses).toEqual([...Array(13).fill(401), ...Array(3).fill(429)]);
  });

  test('with a device token of another account counts as from a stranger', async () => {
    const attacker = await signedUp(world);
    const victim = await signedUp(world);
    const address = newAddress();
    const guess = { ...wrong, deviceToken: attacker.tokens.deviceToken };
    const statuses: number[] = [];
    for (let tries = 0; tries < 4; tries++) {
      statuses.push((await logIn(world, victim.contact, guess, { address })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  test('counts no address and no contact that could be read', async () => {
    const address = '203.0.113.77';
    await logIn(world, { email: 'readable@example.com' }, wrong, { address });
    const rows = await database.sql<
      { row: string }[]
    >`select row_to_json(login_attempts)::text as row from login_attempts`;
    const text = rows.map(({ row }) => row).join('\n');
    for (const value of [address, 'readable@example.com']) {
      expect(text).not.toContain(value);
      expect(text).not.toContain(Buffer.from(value).toString('hex'));
    }
  });
});

describe('a code at log-in', () => {
  test('that is wrong is refused before the password is looked at', async () => {
    const { contact } = await signedUp(world);
    const { verification } = await verified(world, 'log-in', contact);
    const before = world.passwordsWorked;
    const refused = await logIn(world, contact, { verification: { verification, code: 'wrong' } });
    expect(refused).toMatchObject({ status: 403, json: { code: 'verification_refused' } });
    expect(world.passwordsWorked).toBe(before);
  });

  test('opens nothing without the password, and one session at most', async () => {
    const { contact } = await signedUp(world);
    const verification = await verified(world, 'log-in', contact);
    expect((await logIn(world, contact, { ...wrong, verification })).status).toBe(401);
    const answers = await Promise.all(Array.from({ length: 4 }, () => logIn(world, contact, { verification })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});
