import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { naverProvider } from '../../../platform/social-login/naver-provider.ts';
import { openIdProvider } from '../../../platform/social-login/open-id-provider.ts';
import { CLIENT, type FakePerson, type Forgery, startFakeIssuer } from './fake-issuer.ts';
import {
  consents,
  eventsOf,
  logIn,
  newEmail,
  PASSWORD,
  refresh,
  signedUp,
  startWorld,
  verified,
  wait,
} from './world.ts';

const world = await startWorld();
const { call, database } = world;
const issuer = await startFakeIssuer();
afterAll(() => issuer.stop());

const REDIRECT = 'https://app.example.com/callback';
const at = (path: string) => new URL(path, issuer.origin);

world.social = {
  providers: {
    google: openIdProvider({ ...CLIENT, issuer: at('/'), scope: 'openid email profile' }),
    kakao: openIdProvider({ ...CLIENT, issuer: at('/'), scope: 'openid account_email' }),
    naver: naverProvider({
      ...CLIENT,
      authorizationEndpoint: at('/authorize'),
      tokenEndpoint: at('/token'),
      profileEndpoint: at('/profile'),
    }),
  },
  redirectUris: [REDIRECT, 'heal7://callback'],
};

beforeEach(() => {
  world.now = new Date('2026-06-01T03:00:00Z');
  issuer.broken = false;
  issuer.careless = false;
});

let people = 0;
const newPerson = (): FakePerson => ({ subject: `person-${++people}`, email: `p${people}@gmail.com`, nickname: '달' });

async function begin(provider = 'google', redirectUri = REDIRECT) {
  const body = { redirectUri };
  const { json } = await call('POST', `/v1/sessions/social/${provider}/authorizations`, { body });
  return json as { login: string; authorizationUrl: string };
}

const finish = (login: string, callback: string, provider = 'google') =>
  call('POST', `/v1/sessions/social/${provider}`, { body: { login, callback } });

/** A log-in from the beginning to what is answered at its end. */
async function through(person: FakePerson, { provider = 'google', forgery = {} as Forgery } = {}) {
  const { login, authorizationUrl } = await begin(provider);
  return finish(login, issuer.logIn(authorizationUrl, person, forgery), provider);
}

async function signUpWith(login: string, contact: { email: string } | { phone: string } = newEmail()) {
  const verification = await verified(world, 'sign-up', contact);
  const body = { contact, verification, socialLogin: login, nickname: '달', birthYear: 1990, consents };
  return call('POST', '/v1/accounts', { body });
}

async function expectRefused(answer: ReturnType<typeof finish>) {
  expect(await answer).toMatchObject({ status: 403, json: { code: 'social_login_refused' } });
}

describe('a social log-in', () => {
  test.each(['google', 'kakao', 'naver'])('at %s signs up the first time and logs in from then on', async provider => {
    const person = newPerson();
    const first = await through(person, { provider });
    expect(first.json).toMatchObject({
      status: 'sign_up_required',
      suggested: { email: person.email, nickname: person.nickname },
    });
    const made = await signUpWith(first.json.login);
    expect(made).toMatchObject({ status: 201, json: { session: { method: provider } } });
    const { userId } = await world.tokens.verify(made.json.accessToken, world.now);

    const next = await through(person, { provider });
    expect(next.json).toMatchObject({ status: 'logged_in', tokens: { session: { method: provider } } });
    expect((await world.tokens.verify(next.json.tokens.accessToken, world.now)).userId).toBe(userId);
    expect((await refresh(world, next.json.tokens.refreshToken)).status).toBe(201);
    expect((await eventsOf(world, userId))[0]).toMatchObject({ type: 'user.signed_up', data: { method: provider } });
  });

  test('goes to the provider with PKCE, a state, and with OpenID Connect a nonce, each new', async () => {
    const [first, second] = [await begin(), await begin()];
    const { searchParams } = new URL(first.authorizationUrl);
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: CLIENT.clientId,
      redirect_uri: REDIRECT,
      scope: 'openid email profile',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(first.authorizationUrl).not.toContain(first.login);
    expect(new URL(second.authorizationUrl).searchParams.get('state')).not.toBe(searchParams.get('state'));
  });

  test('has nothing of it in the database that could be used or read', async () => {
    const person = { subject: 'readable-subject', email: 'readable@gmail.com', nickname: 'readable-nickname' };
    const { login, authorizationUrl } = await begin();
    const callback = issuer.logIn(authorizationUrl, person);
    await finish(login, callback);
    await signUpWith(login);
    const rows = await database.sql<{ row: string }[]>`
      select row_to_json(social_logins)::text as row from social_logins
      union all select row_to_json(user_identities)::text from user_identities
      union all select row_to_json(events)::text from events`;
    const text = rows.map(({ row }) => row).join('\n');
    const { searchParams } = new URL(authorizationUrl);
    for (const value of [login, searchParams.get('state')!, searchParams.get('nonce')!, ...Object.values(person)]) {
      expect(text).not.toContain(value);
      expect(text).not.toContain(Buffer.from(value).toString('hex'));
    }
  });

  test('tells when the provider is away, and can be begun again', async () => {
    const person = newPerson();
    const { login, authorizationUrl } = await begin('naver');
    const callback = issuer.logIn(authorizationUrl, person);
    issuer.broken = true;
    expect(await finish(login, callback, 'naver')).toMatchObject({
      status: 503,
      json: { code: 'provider_unavailable' },
    });
    issuer.broken = false;
    expect((await through(person, { provider: 'naver' })).json.status).toBe('sign_up_required');
  });

  test('is not there where it has not been set up', async () => {
    const { social } = world;
    world.social = { ...social, providers: {} };
    const body = { redirectUri: REDIRECT };
    const answer = await call('POST', '/v1/sessions/social/kakao/authorizations', { body });
    world.social = social;
    expect(answer).toMatchObject({ status: 404, json: { code: 'provider_not_offered' } });
    expect((await call('POST', '/v1/sessions/social/github/authorizations', { body })).status).toBe(400);
  });
});

describe('attacks on social log-ins', () => {
  test.each<[string, Forgery]>([
    ['for another client', { audience: 'another-app' }],
    ['of another issuer', { issuer: 'https://accounts.example.org' }],
    ['with the nonce of another log-in', { nonce: 'another' }],
    ['that has expired', { expired: true }],
    ['signed by another key', { foreignKey: true }],
  ])('an id token %s is refused, and nobody is logged in', async (_, forgery) => {
    const person = newPerson();
    await signUpWith((await through(person)).json.login);
    const before = (await database.sql`select from sessions`).count;
    const { login, authorizationUrl } = await begin();
    await expectRefused(finish(login, issuer.logIn(authorizationUrl, person, forgery)));
    expect((await database.sql`select from sessions`).count).toBe(before);
  });

  test('a forged state is refused before the provider is asked, and does not end the log-in that is under way', async () => {
    const { login, authorizationUrl } = await begin();
    const callback = new URLSearchParams(issuer.logIn(authorizationUrl, newPerson()));
    const forged = new URLSearchParams({ code: callback.get('code')!, state: 'A'.repeat(43) });
    const asked = issuer.asked.length;
    await expectRefused(finish(login, forged.toString()));
    await expectRefused(finish(login, `code=${callback.get('code')}`));
    expect(issuer.asked).toHaveLength(asked);
    expect((await finish(login, callback.toString())).json.status).toBe('sign_up_required');
  });

  test('a callback of the attacker’s own log-in, given to a victim’s client, logs the victim in to nothing', async () => {
    const attacker = newPerson();
    await signUpWith((await through(attacker)).json.login);
    const attackers = await begin();
    const callback = issuer.logIn(attackers.authorizationUrl, attacker);
    const victims = await begin();
    await expectRefused(finish(victims.login, callback));
  });

  test('a stolen code with a log-in of the thief’s own is refused by PKCE, also where the thief makes up the state', async () => {
    const victim = newPerson();
    await signUpWith((await through(victim)).json.login);
    const victims = await begin();
    const code = new URLSearchParams(issuer.logIn(victims.authorizationUrl, victim)).get('code')!;
    const thiefs = await begin();
    const state = new URL(thiefs.authorizationUrl).searchParams.get('state')!;
    await expectRefused(finish(thiefs.login, new URLSearchParams({ code, state }).toString()));
  });

  test('a callback handed in twice, or 20 times at once, opens one session, however careless the provider is', async () => {
    const person = newPerson();
    issuer.careless = true;
    await signUpWith((await through(person)).json.login);
    const { login, authorizationUrl } = await begin();
    const callback = issuer.logIn(authorizationUrl, person);
    const answers = await Promise.all(Array.from({ length: 20 }, () => finish(login, callback)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await expectRefused(finish(login, callback));
  });

  test('a code replayed in a new log-in is refused', async () => {
    const person = newPerson();
    const first = await begin();
    const code = new URLSearchParams(issuer.logIn(first.authorizationUrl, person)).get('code')!;
    await finish(first.login, `code=${code}&state=${new URL(first.authorizationUrl).searchParams.get('state')}`);
    const second = await begin();
    const state = new URL(second.authorizationUrl).searchParams.get('state')!;
    await expectRefused(finish(second.login, new URLSearchParams({ code, state }).toString()));
  });

  test('a log-in begun at one provider does not end at another', async () => {
    const { login, authorizationUrl } = await begin('google');
    await expectRefused(finish(login, issuer.logIn(authorizationUrl, newPerson()), 'kakao'));
  });

  test('one that takes longer than ten minutes is refused', async () => {
    const { login, authorizationUrl } = await begin();
    const callback = issuer.logIn(authorizationUrl, newPerson());
    wait(world, 600);
    await expectRefused(finish(login, callback));
  });

  test('a person who says no at the provider is not logged in', async () => {
    const { login, authorizationUrl } = await begin();
    const state = new URL(authorizationUrl).searchParams.get('state')!;
    await expectRefused(finish(login, new URLSearchParams({ error: 'access_denied', state }).toString()));
  });

  test.each([
    'https://app.example.com.evil.example/callback',
    'https://app.example.com/callback/../evil',
    'https://app.example.com/callback?next=https://evil.example',
    'HTTPS://APP.EXAMPLE.COM/callback',
    'javascript:alert(1)',
  ])('the redirect URI %s is refused', async redirectUri => {
    const answer = await call('POST', '/v1/sessions/social/google/authorizations', { body: { redirectUri } });
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ code: 'unknown_redirect_uri' }] } });
  });
});

describe('linking a social log-in', () => {
  test('to an account by what the provider says of an e-mail address does not happen', async () => {
    const email = 'victim@gmail.com';
    const victim = await signedUp(world, { email });
    // The attacker has an account at the provider that claims the victim's address.
    const attack = await through({ subject: 'attacker', email, nickname: 'x' }, { provider: 'naver' });
    expect(attack.json.status).toBe('sign_up_required');
    // Without the code that went to the victim it gets no further.
    const body = { contact: { email }, socialLogin: attack.json.login, nickname: 'x', birthYear: 1990, consents };
    const { verification } = await verified(world, 'sign-up', { email });
    const refused = await call('POST', '/v1/accounts', {
      body: { ...body, verification: { verification, code: '12345x' } },
    });
    expect(refused.json.code).toBe('verification_refused');
    const linked = await database.sql`select from user_identities where user_id = ${victim.userId}`;
    expect(linked.count).toBe(0);
  });

  test('to an account takes a code sent to the account’s own contact; its owner is told', async () => {
    const { contact, userId } = await signedUp(world);
    const person = newPerson();
    const { json } = await through(person);
    const linked = await signUpWith(json.login, contact as { email: string });
    expect(linked).toMatchObject({ status: 201, json: { session: { method: 'google' } } });
    expect((await world.tokens.verify(linked.json.accessToken, world.now)).userId).toBe(userId);
    expect(world.sent.at(-1)).toMatchObject({ template: 'identity-linked', values: { provider: 'Google' } });
    expect((await through(person)).json.status).toBe('logged_in');
    // The password works as before.
    expect((await logIn(world, contact)).status).toBe(201);
    expect((await eventsOf(world, userId)).map(({ type }) => type)).toContain('user.identity_linked');
  });

  test('works once for a log-in, within 30 minutes of it, and one log-in has one account', async () => {
    const person = newPerson();
    const { json } = await through(person);
    const again = await through(person);
    expect((await signUpWith(json.login)).status).toBe(201);
    expect((await signUpWith(json.login)).json.code).toBe('social_login_refused');
    expect((await signUpWith(again.json.login)).json.code).toBe('identity_taken');
    const late = await through(newPerson());
    wait(world, 1_800);
    expect((await signUpWith(late.json.login)).json.code).toBe('social_login_refused');
  });

  test('does not take a log-in that no provider has answered', async () => {
    const { login } = await begin();
    expect((await signUpWith(login)).json.code).toBe('social_login_refused');
  });

  test('and a refused sign-up leaves no account behind', async () => {
    const contact = newEmail();
    expect((await signUpWith('made-up', contact)).status).toBe(403);
    await signedUp(world, contact);
  });

  test('an account without a password cannot be entered with one', async () => {
    const contact = newEmail();
    await signUpWith((await through(newPerson())).json.login, contact);
    for (const password of ['', 'undefined', PASSWORD]) {
      expect((await logIn(world, contact, { password })).json.code).toBe('credentials_refused');
    }
  });
});
