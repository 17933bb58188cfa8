import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { LocalFunction } from '../../../../local/functions.ts';
import type { AccessRule } from '../../../../platform/http/access-rule.ts';
import type { Authenticate } from '../../../../platform/http/authorise.ts';
import { httpFunction } from '../../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../../platform/http/openapi.ts';
import { operation } from '../../../../platform/http/operation.ts';
import { route } from '../../../../platform/http/route.ts';
import type { Caller } from '../../../../platform/tokens/caller.ts';
import { clientOf } from '../../../contract/client.ts';

const common = {
  method: 'GET',
  path: '/test',
  tag: 'test',
  summary: { ko: '시험', en: 'Test' },
  request: {},
  response: { status: 200, description: 'Who asked.', body: z.strictObject({ kind: z.string() }), freshness: 'none' },
  errors: [],
} as const;

const member: Caller = { kind: 'user', userId: 'u', sessionId: 's', roles: ['member'] };
const expert: Caller = { kind: 'user', userId: 'u', sessionId: 's', roles: ['member', 'expert'] };
const app: Caller = { kind: 'key', keyId: 'k', ownerId: 'u' };

/** The answer of an operation under a rule, to a caller. */
async function answered(rule: AccessRule, caller: Caller, headers: Readonly<Record<string, string>> = {}) {
  const operations = [operation({ ...common, ...rule, id: 'getTest' })];
  let asked = 0;
  const authenticate: Authenticate = async (_, of, header) => {
    asked++;
    expect(of).toMatchObject(rule);
    header('x-left', '7');
    return caller;
  };
  const http = { entry: '', operations, fallback: true, memoryMb: 128, timeoutSeconds: 1 } as const;
  const served: LocalFunction = {
    domain: { name: 'test', purpose: 'Tests', http, alarms: [] },
    http,
    handler: httpFunction({
      name: 'test',
      release: '1',
      authenticate,
      routes: [route(operations[0]!, (_, context) => ({ kind: context.caller.kind }))],
    }),
    loadedInMs: 0,
  };
  const call = clientOf([served], await openApiDocument({ operations, version: '1' }));
  return { ...(await call('GET', '/test', { headers })), asked };
}

describe('an operation', () => {
  test('for anyone asks nobody who calls', async () => {
    const { json, asked } = await answered({ auth: 'none' }, member, { authorization: 'Bearer x', 'x-api-key': 'x' });
    expect({ json, asked }).toEqual({ json: { kind: 'anonymous' }, asked: 0 });
  });

  test('for anyone, with keys, asks only about a key that is there', async () => {
    const rule = { auth: 'none', apiKeys: true } as const;
    expect(await answered(rule, app)).toMatchObject({ json: { kind: 'anonymous' }, asked: 0 });
    const keyed = await answered(rule, app, { 'x-api-key': 'x' });
    expect(keyed).toMatchObject({ json: { kind: 'key' }, asked: 1, headers: { 'x-left': '7' } });
  });

  test('for users is closed to all others', async () => {
    expect(await answered({ auth: 'user' }, member)).toMatchObject({ status: 200, json: { kind: 'user' } });
    for (const caller of [{ kind: 'anonymous' } as const, app]) {
      const refused = await answered({ auth: 'user' }, caller);
      expect(refused).toMatchObject({ status: 401, json: { code: 'unauthenticated' }, headers: { 'x-left': '7' } });
      expect(refused.headers['www-authenticate']).toBe('Bearer realm="heal7"');
    }
  });

  test('for a role is closed to users without it', async () => {
    const rule = { auth: { roles: ['expert', 'admin'] } } as const;
    expect((await answered(rule, expert)).status).toBe(200);
    expect(await answered(rule, member)).toMatchObject({ status: 403, json: { code: 'forbidden' } });
    expect((await answered(rule, app)).status).toBe(401);
  });
});

describe('what would be open by mistake does not start:', () => {
  test.each<[string, AccessRule]>([
    ['for users', { auth: 'user' }],
    ['for a role', { auth: { roles: ['admin'] } }],
    ['with keys', { auth: 'none', apiKeys: true }],
  ])('a function without authenticate that has an operation %s', (_, rule) => {
    const routes = [route(operation({ ...common, ...rule, id: 'getTest' }), () => ({ kind: '' }))];
    expect(() => httpFunction({ name: 'test', release: '1', routes })).toThrow('test: GET /test needs authenticate');
  });

  test('an answer to one user that anyone may keep', () => {
    const response = { ...common.response, freshness: 'deterministic' } as const;
    const kept = operation({ ...common, response, id: 'getTest', auth: 'user' });
    expect(() => route(kept, () => ({ kind: '' }))).toThrow('getTest: freshness must be none');
  });
});

describe('the document', () => {
  const described = async (rule: AccessRule) => {
    const { paths, components } = await openApiDocument({
      operations: [operation({ ...common, ...rule, id: 'getTest' })],
      version: '1',
    });
    const { security, responses } = paths!['/test']!.get!;
    return { security, statuses: Object.keys(responses!), schemes: Object.keys(components!.securitySchemes ?? {}) };
  };

  test('says how each operation is called', async () => {
    const open = await described({ auth: 'none' });
    expect(open).toEqual({
      security: undefined,
      statuses: ['200', '400', '500', '503'],
      schemes: [],
    });
    const keyed = await described({ auth: 'none', apiKeys: true });
    expect(keyed).toMatchObject({ security: [{}, { apiKey: [] }], schemes: ['apiKey'] });
    expect(keyed.statuses).toEqual(['200', '400', '401', '429', '500', '503']);
    const user = await described({ auth: 'user' });
    expect(user).toMatchObject({ security: [{ accessToken: [] }], schemes: ['accessToken'] });
    expect(user.statuses).toEqual(['200', '400', '401', '500', '503']);
    expect((await described({ auth: { roles: ['admin'] } })).statuses).toContain('403');
  });
});

test('the document says what the database may do to an operation: to one that stores, to one that reads, to one that needs none', async () => {
  const told = async (method: 'GET' | 'POST', rule: AccessRule) => {
    const operations = [operation({ ...common, ...rule, method, id: 'getTest' })];
    const { paths } = await openApiDocument({ operations, version: '1' });
    const item = paths!['/test']!;
    const { description } = (item.get ?? item.post)!.responses!['503']!;
    return [...description.matchAll(/`(database_\w+|outcome_unknown)`/g)].map(([, code]) => code);
  };
  expect(await told('POST', { auth: 'none' })).toEqual(['database_unavailable', 'database_full', 'outcome_unknown']);
  expect(await told('GET', { auth: 'user' })).toEqual(['database_unavailable']);
  expect(await told('GET', { auth: 'none' })).toEqual([]);
});

test('an answer without a body is 204, with nothing about one', async () => {
  const response = { status: 204, description: 'Done.', body: z.undefined(), freshness: 'none' } as const;
  const operations = [operation({ ...common, response, id: 'getTest', auth: 'none' })];
  const http = { entry: '', operations, fallback: true, memoryMb: 128, timeoutSeconds: 1 } as const;
  const handler = httpFunction({ name: 'test', release: '1', routes: [route(operations[0]!, () => undefined)] });
  const domain = { name: 'test', purpose: 'Tests', http, alarms: [] };
  const document = await openApiDocument({ operations, version: '1' });
  const done = await clientOf([{ domain, http, handler, loadedInMs: 0 }], document)('GET', '/test');
  expect(done).toMatchObject({ status: 204, text: '' });
  expect(done.headers['content-type']).toBeUndefined();
  expect(document.paths!['/test']!.get!.responses!['204']).not.toHaveProperty('content');
});
