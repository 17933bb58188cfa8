import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { keyOperations } from '../../../functions/users/keys/contract.ts';
import { keyRoutes } from '../../../functions/users/keys/routes.ts';
import type { LocalFunction } from '../../../local/functions.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Table } from '../../../platform/dynamodb/client.ts';
import { httpFunction } from '../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../platform/http/openapi.ts';
import { operation } from '../../../platform/http/operation.ts';
import { route } from '../../../platform/http/route.ts';
import { createLimiter } from '../../../platform/rate-limit/limiter.ts';
import type { AccessTokens } from '../../../platform/tokens/access-token.ts';
import { keyDayLimit, keyMinuteLimit } from '../../../platform/tokens/api-key-limits.ts';
import { createApiKeys } from '../../../platform/tokens/api-keys.ts';
import { createAuthenticate } from '../../../platform/tokens/authenticate.ts';
import { createRecheck } from '../../../platform/tokens/recheck.ts';
import { type Client, clientOf } from '../../contract/client.ts';

/** Operations of each kind of access, for tests; each counts that it had an effect. */

const answer = z.strictObject({
  kind: z.string(),
  userId: z.string().optional(),
  roles: z.array(z.string()).optional(),
});
const common = {
  tag: 'test',
  summary: { ko: '시험', en: 'Test' },
  request: { body: z.strictObject({ note: z.string().optional() }) },
  response: { status: 200, description: 'Who asked.', body: answer, freshness: 'none' },
  errors: [],
  method: 'POST',
} as const;

const asUser = operation({ ...common, id: 'asUser', path: '/test/user', auth: 'user' });
const asRechecked = operation({ ...common, id: 'asRechecked', path: '/test/rechecked', auth: 'user', recheck: true });
const asOperator = operation({
  ...common,
  id: 'asOperator',
  path: '/test/operator',
  auth: { roles: ['operator', 'admin'] },
});
const asRecheckedOperator = operation({
  ...common,
  id: 'asRecheckedOperator',
  path: '/test/rechecked-operator',
  auth: { roles: ['operator', 'admin'] },
  recheck: true,
});
const withKey = operation({ ...common, id: 'withKey', path: '/test/keyed', auth: 'none', apiKeys: true });
const open = operation({ ...common, id: 'open', path: '/test/open', auth: 'none' });

const operations = [asUser, asRechecked, asOperator, asRecheckedOperator, withKey, open, ...keyOperations];

export interface GuardedOptions {
  readonly database: Database;
  readonly table: Table;
  readonly tokens: AccessTokens;
  now(): Date;
}

export interface Guarded {
  readonly call: Client;
  /** How often a test operation has been carried out. */
  effects(): number;
}

export async function guardedFunction({ database, table, tokens, now }: GuardedOptions): Promise<Guarded> {
  let effects = 0;
  const who = (caller: { kind: string; userId?: string; roles?: readonly string[] }) => {
    effects++;
    const { kind, userId, roles } = caller;
    return { kind, ...(userId !== undefined && { userId }), ...(roles !== undefined && { roles: [...roles] }) };
  };
  const limits = { table, now };
  const http = { entry: '', operations, fallback: true, memoryMb: 128, timeoutSeconds: 1 } as const;
  const served: LocalFunction = {
    domain: { name: 'test', purpose: 'Tests', http, alarms: [] },
    http,
    handler: httpFunction({
      name: 'test',
      release: '1',
      now,
      authenticate: createAuthenticate({
        tokens,
        recheck: createRecheck(database.sql),
        keys: createApiKeys({
          sql: database.sql,
          minute: createLimiter(limits, keyMinuteLimit),
          day: createLimiter(limits, keyDayLimit),
          now,
        }),
        now,
      }),
      routes: [
        route(asUser, (_, { caller }) => who(caller)),
        route(asRechecked, (_, { caller }) => who(caller)),
        route(asOperator, (_, { caller }) => who(caller)),
        route(asRecheckedOperator, (_, { caller }) => who(caller)),
        route(withKey, (_, { caller }) => who(caller)),
        route(open, (_, { caller }) => who(caller)),
        ...keyRoutes({ database, newId: randomUUID }),
      ],
    }),
    loadedInMs: 0,
  };
  const document = await openApiDocument({ operations, version: '1.0.0' });
  return { call: clientOf([served], document), effects: () => effects };
}

/** An account that has logged in. */
export interface LoggedIn {
  readonly userId: string;
  readonly sessionId: string;
}

/** Writes an account with an open session, without a log-in. */
export async function logIn({ sql }: Database, at: Date): Promise<LoggedIn> {
  const [userId, sessionId] = [randomUUID(), randomUUID()];
  await sql`insert into users (id, nickname, privacy_consent) values (${userId}, ${'tester'}, ${sql.json({})})`;
  await sql`
    insert into sessions (id, user_id, method, device, created_at, last_used_at, expires_at)
    values (${sessionId}, ${userId}, 'password', 'other', ${at}, ${at}, ${new Date(at.getTime() + 30 * 86_400_000)})`;
  return { userId, sessionId };
}
