import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { domains } from '../../functions/manifest.ts';
import type { Operation } from '../../platform/http/operation.ts';
import type { Role } from '../../platform/tokens/caller.ts';
import { type HostedPlatform, hostPlatform, type Received, type Sent } from '../integration/hosted-platform.ts';
import { type Member, newMember } from './authorisation-members.ts';
import { authorisationRows, type Request, type Row } from './authorisation-rows.ts';

const operations: readonly Operation[] = domains.flatMap(({ http }) => http?.operations ?? []);
const ROLES: readonly Role[] = ['member', 'premium', 'expert', 'operator', 'admin'];

let platform: HostedPlatform;
/** Whose resources are asked for. */
let owner: Member;
/** A key of the owner's. */
let apiKey: string;

beforeAll(async () => {
  platform = await hostPlatform();
  owner = await newMember(platform);
  const { json } = await platform.call('POST', '/v1/me/keys', { token: owner.token, body: { name: 'web' } });
  apiKey = json.key;
}, 60_000);
afterAll(() => platform?.stop(), 30_000);

function send({ method, path }: Operation, { params = {}, query = '', body }: Request, as: Sent): Promise<Received> {
  const target = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole.slice(1, -1));
  return platform.call(method, `${target}${query}`, { ...(body !== undefined && { body }), ...as });
}

test('every operation of the manifest has a row, and each row an operation', () => {
  expect(Object.keys(authorisationRows).sort()).toEqual(operations.map(({ id }) => id).sort());
});

test('a row says who may as the contract does', () => {
  for (const { id, auth } of operations) {
    const kind = authorisationRows[id]?.kind;
    const expected = auth === 'none' ? ['open'] : auth === 'user' ? ['own', 'owned'] : ['role'];
    expect(expected, id).toContain(kind);
  }
});

const rowsOf = (...kinds: readonly Row['kind'][]) =>
  operations.filter(({ id }) => kinds.includes(authorisationRows[id]?.kind as Row['kind']));

describe('without an account', () => {
  test.each(rowsOf('open'))('$method $path answers', async operation => {
    const body = Object.values(operation.examples?.requests ?? {})[0]?.value ?? {};
    const { status, json } = await send(operation, operation.method === 'GET' ? {} : { body }, {});
    expect(status).toBeLessThan(500);
    // What is refused here is what was sent, and not who sent it.
    expect(['unauthenticated', 'forbidden']).not.toContain(json?.code);
  });

  test.each(rowsOf('own', 'owned', 'role'))('$method $path asks for a token', async operation => {
    const received = await send(operation, {}, {});
    expect(received).toMatchObject({ status: 401, json: { code: 'unauthenticated' } });
    expect(received.headers.get('www-authenticate')).toMatch(/^Bearer /);
  });

  test.each(rowsOf('own', 'owned', 'role'))('$method $path takes no API key in its place', async operation => {
    const received = await send(operation, {}, { headers: { 'x-api-key': apiKey } });
    expect(received).toMatchObject({ status: 401, json: { code: 'unauthenticated' } });
  });
});

describe.each(rowsOf('own'))('$method $path', operation => {
  const { prepare } = authorisationRows[operation.id] as Row & { kind: 'own' };

  test.each(ROLES)('gives another user, %s, nothing of the owner’s', async role => {
    const other = await newMember(platform, role);
    const request = await prepare({ platform, owner: other });
    const { status, text } = await send(operation, request, { token: other.token });
    expect(status, text).toBe(operation.response.status);
    expect(text).not.toContain(owner.userId);
    expect(text).not.toContain(owner.email);
  });
});

describe.each(rowsOf('owned'))('$method $path', operation => {
  const { prepare } = authorisationRows[operation.id] as Row & { kind: 'owned' };

  test('is not there for another user, whatever their role, and is for its owner', async () => {
    const request = await prepare({ platform, owner });
    for (const role of ROLES) {
      const other = await newMember(platform, role);
      const { status, json } = await send(operation, request, { token: other.token });
      expect(status, role).toBe(404);
      expect(json.code, role).toMatch(/_not_found$/);
    }
    // Untouched by the others, and the request is right.
    const { status, text } = await send(operation, request, { token: owner.token });
    expect(status, text).toBe(operation.response.status);
  });
});

describe.each(rowsOf('role'))('$method $path', operation => {
  const { prepare } = authorisationRows[operation.id] as Row & { kind: 'role' };
  const { auth } = operation;
  const allowed: readonly Role[] = typeof auth === 'string' ? [] : auth.roles;

  test('is refused to every other role, its owner too, and is for those that the contract names', async () => {
    const request = await prepare({ platform, owner });
    for (const role of ROLES.filter(each => !allowed.includes(each))) {
      const { token } = await newMember(platform, role);
      expect(await send(operation, request, { token }), role).toMatchObject({
        status: 403,
        json: { code: 'forbidden' },
      });
    }
    expect(await send(operation, request, { token: owner.token })).toMatchObject({ status: 403 });
    for (const role of allowed) {
      const { token } = await newMember(platform, role);
      // Anew: what one of them registers, the other finds registered.
      const { status, text } = await send(operation, await prepare({ platform, owner }), { token });
      expect(status, text).toBe(operation.response.status);
    }
  });
});
