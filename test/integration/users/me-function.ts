import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import { recordConsent } from '../../../functions/users/consents/store.ts';
import type { MeDependencies } from '../../../functions/users/me/dependencies.ts';
import { meOperations } from '../../../functions/users/me/operations.ts';
import { proofLimit } from '../../../functions/users/me/proof/check.ts';
import { meRoutes } from '../../../functions/users/me/routes.ts';
import { startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { createAccessLog } from '../../../platform/audit/access-log.ts';
import { openRecorded } from '../../../platform/audit/open-recorded.ts';
import { createCache } from '../../../platform/cache/cache.ts';
import { createSharedLevel } from '../../../platform/cache/shared-level.ts';
import { createDynamoClient } from '../../../platform/dynamodb/client.ts';
import { cacheTable, keysTable } from '../../../platform/dynamodb/tables.ts';
import { localEncryption } from '../../../platform/encryption/encryption.ts';
import { refusedCredentials } from '../../../platform/http/authorise.ts';
import { httpFunction } from '../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../platform/http/openapi.ts';
import type { Message } from '../../../platform/messenger/messenger.ts';
import { createPasswords } from '../../../platform/passwords/password.ts';
import { createLimiter } from '../../../platform/rate-limit/limiter.ts';
import { createRecheck } from '../../../platform/tokens/recheck.ts';
import { type Client, clientOf } from '../../contract/client.ts';
import { testDatabase } from '../database.ts';

/** The least that argon2 takes: what is tested here is not how slow it is. */
const passwords = createPasswords({ parameters: { memory: 8, passes: 1, parallelism: 1 } });

/** A user with a session of theirs. */
export interface Member {
  readonly userId: string;
  readonly email: string;
  /** Sends a request as this user. */
  readonly call: Client;
  /** Does so to another function. */
  through(client: Client): Client;
}

export const PASSWORD = 'correct horse battery staple';

/**
 * The operations on one's own data, on engines of the calling file alone, with a clock that is set by hand. Tokens are told
 * apart by tests of their own: here a bearer token is the user's and the session's id.
 */
export async function meFunction() {
  const { database, owner, url } = await testDatabase();
  const engine = await startDynamoDb();
  const client = createDynamoClient('local', engine.endpoint);
  afterAll(async () => {
    client.destroy();
    await engine.stop();
  });
  const clock = { now: new Date('2026-03-01T00:00:00Z') };
  const now = () => clock.now;
  const wrappedKeys = { client, name: keysTable.name };
  const encryption = localEncryption({ masterKey: randomBytes(32), table: wrappedKeys, now });
  const { cipher } = encryption;
  const shared = { client, name: cacheTable.name };
  const cache = createCache({
    shared: createSharedLevel({ table: shared, patienceMs: 5_000, now, newId: randomUUID }),
    now,
  });
  const log = createAccessLog(database.sql);
  const sent: Message[] = [];
  const dependencies: MeDependencies = {
    database,
    cipher,
    keys: encryption.keys,
    openRecorded: openRecorded({ cipher, log, now }),
    cache,
    seal: encryption.seal,
    passwords,
    proofs: createLimiter({ table: shared, now }, proofLimit),
    blindIndex: encryption.blindIndex,
    messenger: { send: async message => void sent.push(message) },
    newId: randomUUID,
  };
  const recheck = createRecheck(database.sql);
  const document = await openApiDocument({ operations: meOperations, version: '1.0.0' });

  /** The function with other dependencies. */
  function functionWith(others: Partial<MeDependencies>): Client {
    const http = { entry: '', operations: meOperations, fallback: true, memoryMb: 128, timeoutSeconds: 1 } as const;
    const handler = httpFunction({
      name: 'me',
      release: '1',
      now,
      routes: meRoutes({ ...dependencies, ...others }),
      authenticate: async ({ headers }) => {
        const [userId, sessionId] = (headers.authorization ?? '').replace('Bearer ', '').split('/');
        if (userId === undefined || sessionId === undefined) throw refusedCredentials();
        return recheck({ kind: 'user', userId, sessionId, roles: ['member'] }, now());
      },
    });
    return clientOf(
      [{ domain: { name: 'me', purpose: 'Tests', http, alarms: [] }, http, handler, loadedInMs: 0 }],
      document,
    );
  }
  const call = functionWith({});

  /** What signing up leaves behind. */
  async function member(): Promise<Member> {
    const userId = randomUUID();
    const email = `u${userId.slice(0, 8)}@example.com`;
    await encryption.keys.create(userId);
    const sealed = await cipher.seal({ userId, table: 'users', column: 'email', rowId: userId }, email);
    const hash = await encryption.blindIndex.of('email', email);
    const passwordHash = await passwords.hash(PASSWORD);
    const sessionId = randomUUID();
    await database.transaction(async tx => {
      await tx`
        insert into users (id, email, email_hash, password_hash, nickname, privacy_consent, created_at, updated_at)
        values (${userId}, ${sealed}, ${hash}, ${passwordHash}, '미소', '{}', ${now()}, ${now()})`;
      await tx`
        insert into sessions (id, user_id, method, device, created_at, last_used_at, expires_at)
        values (${sessionId}, ${userId}, 'password', 'other', ${now()}, ${now()}, ${new Date('2099-01-01')})`;
      const consent = { id: randomUUID(), kind: 'privacy', version: '2026-01-01', given: true } as const;
      await recordConsent(tx, consent, { userId, at: now() });
    });
    const authorization = `Bearer ${userId}/${sessionId}`;
    const through =
      (client: Client): Client =>
      (method, target, sent = {}) =>
        client(method, target, { ...sent, headers: { authorization, ...sent.headers } });
    return { userId, email, call: through(call), through };
  }

  return {
    database,
    owner,
    url,
    shared,
    clock,
    /** Messages, the last one last. */
    sent,
    dependencies,
    encryption,
    cache,
    keysTable: wrappedKeys,
    functionWith,
    member,
    call,
  };
}
