import { beforeEach, describe, expect, test } from 'vitest';
import { consents, eventsOf, logIn, newEmail, PASSWORD, signedUp, startWorld, verified, wait } from './world.ts';

const world = await startWorld();
const { call, database } = world;

beforeEach(() => {
  world.now = new Date('2026-06-01T03:00:00Z');
  world.refusedLimits.clear();
});

async function signUp(fields: Record<string, unknown>) {
  const contact = (fields.contact as { email: string }) ?? newEmail();
  const verification = fields.verification ?? (await verified(world, 'sign-up', contact));
  return call('POST', '/v1/accounts', {
    body: { contact, verification, password: PASSWORD, nickname: '미소', birthYear: 1990, consents, ...fields },
  });
}

describe('signing up', () => {
  test('makes an account that is logged in to, with each consent by itself', async () => {
    const { userId, tokens, sessionId } = await signedUp(world);
    expect(tokens).toMatchObject({
      tokenType: 'Bearer',
      expiresIn: 900,
      session: { id: sessionId, method: 'password' },
    });
    const rows = await database.sql`
      select kind, version, given, given_by from consents where user_id = ${userId} order by position`;
    expect([...rows]).toEqual([
      { kind: 'privacy', version: '2026-01-01', given: true, given_by: 'self' },
      { kind: 'marketing', version: '2026-01-01', given: false, given_by: 'self' },
    ]);
    expect((await eventsOf(world, userId)).map(({ type }) => type)).toEqual(['user.signed_up', 'user.session_opened']);
  });

  test('stores the contact under the user’s own key, and no year of birth', async () => {
    const email = 'Somebody.Known@Example.com';
    const { userId } = await signedUp(world, { email });
    const [row] = await database.sql<[{ email: Uint8Array; all: string }]>`
      select email, row_to_json(users)::text as all from users where id = ${userId}`;
    const place = { userId, table: 'users', column: 'email', rowId: userId };
    expect(Buffer.from(await world.encryption.cipher.open(place, row.email)).toString()).toBe(email.toLowerCase());
    expect(row.all).not.toMatch(/somebody|1990/i);
    expect(row.all).not.toContain(Buffer.from(email.toLowerCase()).toString('hex'));
  });

  test('takes a Korean phone however it is written, and finds it again', async () => {
    const { userId } = await signedUp(world, { phone: '010-2345-6789' });
    expect(world.sent.findLast(({ channel }) => channel === 'sms')).toMatchObject({ to: '+821023456789' });
    for (const phone of ['+82 10 2345 6789', '01023456789', '+82-010-2345-6789', '0082 10-2345-6789']) {
      const { status, json } = await logIn(world, { phone });
      expect(status, phone).toBe(201);
      expect((await world.tokens.verify(json.accessToken, world.now)).userId).toBe(userId);
    }
  });

  test.each([
    [
      'the privacy consent refused',
      { consents: { privacy: { ...consents.privacy, given: false } } },
      'consent_required',
    ],
    ['the privacy consent left out', { consents: {} }, 'required'],
    ['a consent to an old text', { consents: { privacy: { version: '2020-01-01', given: true } } }, 'outdated_consent'],
    ['one consent for all', { consents: true }, 'invalid_type'],
    ['neither password nor log-in', { password: undefined }, 'password_or_social_login'],
    ['a short password', { password: 'short' }, 'too_short'],
    ['an e-mail address that is none', { contact: { email: 'nobody@' } }, 'invalid_email'],
    ['a phone that is none', { contact: { phone: '12' } }, 'invalid_phone'],
    ['a role', { roles: ['admin'] }, 'unknown_field'],
    ['an id', { id: 'f7b41c0f-0000-4000-8000-000000000000' }, 'unknown_field'],
  ])('is refused with %s', async (_, fields, code) => {
    const { status, json } = await signUp({ verification: { verification: 'x', code: '1' }, ...fields });
    expect(status).toBe(400);
    expect(json.errors.map((error: { code: string }) => error.code)).toContain(code);
  });

  test('with a contact that has an account tells it to whoever proved the contact, and only then', async () => {
    const { contact } = await signedUp(world);
    expect(await signUp({ contact })).toMatchObject({ status: 409, json: { code: 'account_exists' } });
    const wrong = await signUp({ contact, verification: { verification: 'x', code: '123456' } });
    expect(wrong).toMatchObject({ status: 403, json: { code: 'verification_refused' } });
  });

  test('twice at once with one verification makes one account', async () => {
    const contact = newEmail();
    const verification = await verified(world, 'sign-up', contact);
    const answers = await Promise.all(Array.from({ length: 5 }, () => signUp({ contact, verification })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status } of answers) expect([201, 403, 409]).toContain(status);
  });
});

describe('whoever may be under 14', () => {
  test.each([2012, 2013, 2020])(
    '(born in %i) is refused without a guardian, and nothing is stored',
    async birthYear => {
      const contact = newEmail();
      expect(await signUp({ contact, birthYear })).toMatchObject({
        status: 403,
        json: { code: 'guardian_consent_required' },
      });
      expect(await logIn(world, contact)).toMatchObject({ status: 401 });
    },
  );

  test('(born in 2011) is not any more: all of that year are 14 by then', async () => {
    expect(await signUp({ birthYear: 2011 })).toMatchObject({ status: 201 });
  });

  test('signs up with a guardian who has been asked by a code, whose contact is kept as the proof', async () => {
    const guardian = { phone: '010-9999-8888' };
    const verification = await verified(world, 'guardian', guardian);
    expect(world.sent.at(-1)).toMatchObject({ to: '+821099998888', template: 'guardian-code' });
    const { status, json } = await signUp({ birthYear: 2015, guardian: { contact: guardian, verification } });
    expect(status).toBe(201);
    const { userId } = await world.tokens.verify(json.accessToken, world.now);
    const rows = await database.sql<{ id: string; by: string; sealed: Uint8Array }[]>`
      select id, given_by as by, encrypted_guardian_contact as sealed from consents where user_id = ${userId}`;
    expect(rows).toHaveLength(2);
    for (const { id, by, sealed } of rows) {
      expect(by).toBe('guardian');
      const place = { userId, table: 'consents', column: 'encrypted_guardian_contact', rowId: id };
      expect(Buffer.from(await world.encryption.cipher.open(place, sealed)).toString()).toBe('+821099998888');
    }
  });

  test('is no guardian of oneself, nor by a code that was sent for something else', async () => {
    const contact = newEmail();
    const own = { contact, verification: await verified(world, 'guardian', contact) };
    expect(await signUp({ contact, birthYear: 2015, guardian: own })).toMatchObject({ status: 400 });
    const other = newEmail();
    const guardian = { contact: other, verification: await verified(world, 'sign-up', other) };
    const refused = await signUp({ birthYear: 2015, guardian });
    expect(refused).toMatchObject({ status: 403, json: { code: 'verification_refused' } });
  });
});

describe('a code', () => {
  const contact = newEmail();

  test('is good for ten minutes, and not a second longer', async () => {
    for (const [seconds, status] of [
      [599, 201],
      [600, 403],
    ] as const) {
      const fresh = newEmail();
      const verification = await verified(world, 'sign-up', fresh);
      wait(world, seconds);
      expect((await signUp({ contact: fresh, verification })).status).toBe(status);
    }
  });

  test('is tried five times at most, at once or one by one: then the right one is refused too', async () => {
    const { verification, code } = await verified(world, 'sign-up', contact);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const tries = await Promise.all(
      Array.from({ length: 30 }, () => signUp({ contact, verification: { verification, code: wrong } })),
    );
    for (const { json } of tries) expect(json.code).toBe('verification_refused');
    expect((await signUp({ contact, verification: { verification, code } })).json.code).toBe('verification_refused');
    const [{ attempts }] = await database.sql<
      [{ attempts: number }]
    >`select max(attempts) as attempts from verifications`;
    expect(attempts).toBe(5);
  });

  test('works once, for its contact and its purpose alone', async () => {
    const first = newEmail();
    const verification = await verified(world, 'sign-up', first);
    expect((await signUp({ contact: newEmail(), verification })).json.code).toBe('verification_refused');
    expect((await signUp({ contact: first, verification })).status).toBe(201);
    const reset = { contact: first, verification, password: PASSWORD };
    const again = await call('POST', '/v1/accounts/password-resets', { body: reset });
    expect(again.json.code).toBe('verification_refused');
  });

  test('cannot be found in the database by trying all million', async () => {
    const { verification, code } = await verified(world, 'sign-up', newEmail());
    const rows = await database.sql<
      { row: string }[]
    >`select row_to_json(verifications)::text as row from verifications`;
    const text = rows.map(({ row }) => row).join('\n');
    expect(text).not.toContain(verification);
    const { createHash } = await import('node:crypto');
    expect(text).not.toContain(createHash('sha256').update(code).digest('hex'));
  });

  test.each(['codesAtOnce', 'codesOfContact', 'codesToContact', 'codesOfNetwork'])(
    'is not sent beyond the limit %s, with the time to wait, and nothing tells of an account',
    async limit => {
      const known = await signedUp(world);
      world.refusedLimits.add(limit);
      const before = world.sent.length;
      const answers = await Promise.all(
        [known.contact, newEmail()].map(to =>
          call('POST', '/v1/accounts/verifications', { body: { purpose: 'log-in', contact: to } }),
        ),
      );
      for (const { status, headers } of answers) {
        expect(status).toBe(429);
        expect(headers['retry-after']).toBe('60');
      }
      expect(world.sent).toHaveLength(before);
    },
  );

  test('asked for by others, from elsewhere, does not use up what the owner may ask for', async () => {
    const body = { purpose: 'log-in', contact: newEmail() };
    const keysOf = async (address: string) => {
      const before = world.counted.length;
      await call('POST', '/v1/accounts/verifications', { body, address });
      return world.counted.slice(before);
    };
    const [owner, other] = [await keysOf('203.0.113.1'), await keysOf('203.0.113.2')];
    expect(owner).toHaveLength(4);
    const shared = owner.filter(key => other.includes(key));
    expect(shared).toEqual([expect.stringMatching(/^codesToContact [\w-]{43}$/)]);
  });
});
