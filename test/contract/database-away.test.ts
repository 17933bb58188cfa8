import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { domains } from '../../functions/manifest.ts';
import { CONSENT_VERSIONS } from '../../functions/users/consents/consent.ts';
import type { Operation } from '../../platform/http/operation.ts';
import { type HostedPlatform, hostPlatform, type Received, type Sent } from '../integration/hosted-platform.ts';
import { REDIRECT_URI, startProvider } from '../integration/privacy/social-provider.ts';
import { newMember, PASSWORD } from './authorisation-members.ts';
import { authorisationRows, type Request } from './authorisation-rows.ts';

const operations: readonly Operation[] = domains.flatMap(({ http }) => http?.operations ?? []);

const contact = { email: 'miso@example.com' };
const code = { verification: 'none', code: '042917' };
const consents = {
  privacy: { version: CONSENT_VERSIONS.privacy, given: true },
  marketing: { version: CONSENT_VERSIONS.marketing, given: false },
};

/** What those send who have no token yet. */
const strangers: Readonly<Record<string, Request>> = {
  requestVerification: { body: { purpose: 'sign-up', contact } },
  signUp: {
    body: { contact, verification: code, password: PASSWORD, nickname: '미소', birthYear: 1990, consents },
  },
  resetPassword: { body: { contact, verification: code, password: PASSWORD } },
  logIn: { body: { contact, password: PASSWORD } },
  refreshSession: { body: { refreshToken: 'none' } },
  startSocialLogin: { params: { provider: 'naver' }, body: { redirectUri: REDIRECT_URI } },
};

const provider = await startProvider({ id: '1', email: contact.email, nickname: '미소' });
let platform: HostedPlatform;
/** What each operation answers once the database is away, whoever may having asked rightly. */
let answers: ReadonlyMap<string, Received>;
/** Of a chart, with an API key. */
let withKey: Received;

beforeAll(async () => {
  platform = await hostPlatform(provider.environment);
  const requests = await Promise.all(
    operations.map(async operation => ({ operation, ...(await requestOf(operation)) })),
  );
  const { token } = await newMember(platform);
  const { key } = (await platform.call('POST', '/v1/me/keys', { token, body: { name: 'web' } })).json;
  await endDatabase();
  const asked = requests.map(async ({ operation, request, token }) => {
    const received = await send(operation, request, token === undefined ? {} : { token });
    return [operation.id, received] as const;
  });
  answers = new Map(await Promise.all(asked));
  withKey = await send(operationOf('createChart'), openRequest(operationOf('createChart')), {
    headers: { 'x-api-key': key },
  });
}, 120_000);
afterAll(async () => {
  await platform?.stop();
  await provider.stop();
}, 30_000);

const operationOf = (id: string) => operations.find(each => each.id === id)!;

function openRequest({ id, method, examples }: Operation): Request {
  if (strangers[id] !== undefined) return strangers[id];
  return method === 'GET' ? {} : { body: Object.values(examples?.requests ?? {})[0]?.value ?? {} };
}

/** One that was begun. */
async function socialLogIn(): Promise<Request> {
  const { json } = await send(operationOf('startSocialLogin'), strangers.startSocialLogin!, {});
  return {
    params: { provider: 'naver' },
    body: { login: json.login, callback: provider.callback(json.authorizationUrl) },
  };
}

/** A right request, of somebody who may. */
async function requestOf(operation: Operation): Promise<{ readonly request: Request; readonly token?: string }> {
  if (operation.id === 'socialLogIn') return { request: await socialLogIn() };
  const row = authorisationRows[operation.id]!;
  if (row.kind === 'open') return { request: openRequest(operation) };
  const { auth } = operation;
  const owner = await newMember(platform);
  const caller = typeof auth === 'string' ? owner : await newMember(platform, auth.roles[0]);
  return { request: await row.prepare({ platform, owner }), token: caller.token };
}

function send({ method, path }: Operation, { params = {}, query = '', body }: Request, as: Sent): Promise<Received> {
  const target = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole.slice(1, -1));
  return platform.call(method, `${target}${query}`, { ...(body !== undefined && { body }), ...as });
}

/** As a crash does. */
async function endDatabase(): Promise<void> {
  const lock = await readFile(join(platform.directory, 'postgres', 'data', 'postmaster.pid'), 'utf8');
  process.kill(Number.parseInt(lock, 10), 'SIGQUIT');
  await vi.waitFor(() => expect(platform.owner.sql`select 1`).rejects.toMatchObject({ code: 'ECONNREFUSED' }), {
    timeout: 10_000,
  });
}

function expectUnavailable({ status, text, headers, json }: Received): void {
  expect(status, text).toBe(503);
  expect(json.code, text).toBe('database_unavailable');
  expect(headers.get('retry-after')).toBe('5');
}

describe('with the database away', () => {
  const needing = operations.filter(({ id, auth }) => auth !== 'none' || id in strangers || id === 'socialLogIn');

  test.each(needing)('$method $path says so, and when to try again', ({ id }) => {
    expectUnavailable(answers.get(id)!);
  });

  test('nobody is let in by an API key that cannot be looked up', () => {
    expectUnavailable(withKey);
  });

  test.each(operations.filter(each => !needing.includes(each)))('$method $path needs none', ({ id }) => {
    const { status, text } = answers.get(id)!;
    expect(status, text).toBeLessThan(500);
  });
});
