import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import { CONSENT_VERSIONS } from '../../../functions/users/consents/consent.ts';
import type { UsersDependencies } from '../../../functions/users/dependencies.ts';
import { usersOperations } from '../../../functions/users/operations.ts';
import { usersRoutes } from '../../../functions/users/routes.ts';
import { startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { createAccessLog } from '../../../platform/audit/access-log.ts';
import { openRecorded } from '../../../platform/audit/open-recorded.ts';
import type { Database } from '../../../platform/db/database.ts';
import { createDynamoClient } from '../../../platform/dynamodb/client.ts';
import { keysTable } from '../../../platform/dynamodb/tables.ts';
import { type Encryption, localEncryption } from '../../../platform/encryption/encryption.ts';
import { httpFunction } from '../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../platform/http/openapi.ts';
import type { Message } from '../../../platform/messenger/messenger.ts';
import { createPasswords, type Passwords } from '../../../platform/passwords/password.ts';
import type { SocialLogins } from '../../../platform/social-login/environment.ts';
import { type AccessTokens, createAccessTokens } from '../../../platform/tokens/access-token.ts';
import { createAuthenticate } from '../../../platform/tokens/authenticate.ts';
import { localSigningKeys, newSigningKey } from '../../../platform/tokens/local-signing-keys.ts';
import { createRecheck } from '../../../platform/tokens/recheck.ts';
import { type Client, clientOf, type Sent } from '../../contract/client.ts';
import { testDatabase } from '../database.ts';

/** The users domain against real engines, with a clock, a post and a world outside that tests decide on. */
export interface World {
  readonly database: Database;
  readonly owner: Database;
  readonly encryption: Encryption;
  readonly tokens: AccessTokens;
  readonly call: Client;
  /** Every message that was sent, the last one last. */
  readonly sent: Message[];
  /** How many passwords were hashed or compared. */
  passwordsWorked: number;
  /** What happens between the comparison of the next password and what follows from it. */
  compared: (() => Promise<unknown>) | undefined;
  now: Date;
  /** What the limits of messages and log-ins answer, by name: all is allowed unless a test says otherwise. */
  readonly refusedLimits: Set<string>;
  /** What was counted against them: a name and a key. */
  readonly counted: string[];
  social: SocialLogins;
}

/** Cheap ones: what argon2 costs is its own test's matter. */
const cheap = { memory: 64, passes: 1, parallelism: 1 };

export const PASSWORD = 'correct horse battery staple';

/** To be called at the top of a file. */
export async function startWorld(): Promise<World> {
  const { database, owner } = await testDatabase();
  const dynamo = await startDynamoDb();
  afterAll(() => dynamo.stop());
  const client = createDynamoClient('local', dynamo.endpoint);
  const encryption = localEncryption({
    masterKey: randomBytes(32),
    table: { client, name: keysTable.name },
    now: () => world.now,
  });
  const tokens = createAccessTokens({ keys: localSigningKeys([newSigningKey()]), issuer: 'urn:test' });
  const real = createPasswords({ parameters: cheap, limits: { atOnce: 2, waiting: 1_000 } });
  const passwords: Passwords = {
    hash: password => {
      world.passwordsWorked++;
      return real.hash(password);
    },
    verify: async (password, stored) => {
      world.passwordsWorked++;
      const compared = await real.verify(password, stored);
      const meanwhile = world.compared;
      world.compared = undefined;
      await meanwhile?.();
      return compared;
    },
  };
  const limit = (name: string) => ({
    rule: { name, limit: 1, windowSeconds: 60, whenUnavailable: 'refuse' as const },
    consume: async (key: string) => {
      world.counted.push(`${name} ${key}`);
      return {
        allowed: !world.refusedLimits.has(name),
        limit: 1,
        remaining: 0,
        retryAfterSeconds: 60,
      };
    },
  });
  const accounts = {
    database,
    encryption,
    passwords,
    tokens,
    messenger: { send: async (message: Message) => void world.sent.push(message) },
    get social() {
      return world.social;
    },
    limits: {
      codesAtOnce: limit('codesAtOnce'),
      codesOfContact: limit('codesOfContact'),
      codesToContact: limit('codesToContact'),
      codesOfNetwork: limit('codesOfNetwork'),
      socialLoginsOfNetwork: limit('socialLoginsOfNetwork'),
    },
    newId: randomUUID,
  };
  const { cipher, keys, seal } = encryption;
  const now = () => world.now;
  const dependencies: UsersDependencies = {
    accounts,
    tokens,
    me: {
      database,
      cipher,
      keys,
      seal,
      openRecorded: openRecorded({ cipher, log: createAccessLog(database.sql), now }),
      cache: { invalidate: async () => {} },
      passwords,
      proofs: limit('proofs'),
      blindIndex: encryption.blindIndex,
      messenger: accounts.messenger,
      newId: randomUUID,
    },
  };
  const authenticate = createAuthenticate({
    tokens,
    recheck: createRecheck(database.sql),
    keys: { authenticate: async () => Promise.reject(new Error('No API keys here')) } as never,
    now,
  });
  const handler = httpFunction({ name: 'users', release: '1', routes: usersRoutes(dependencies), authenticate, now });
  const http = { entry: '', operations: usersOperations, fallback: true, memoryMb: 1, timeoutSeconds: 1 } as const;
  const document = await openApiDocument({ operations: usersOperations, version: '1.0.0' });
  const domain = { name: 'users', purpose: 'Tests', http, alarms: [] };
  const world: World = {
    database,
    owner,
    encryption,
    tokens,
    call: clientOf([{ domain, http, handler, loadedInMs: 0 }], document),
    sent: [],
    passwordsWorked: 0,
    compared: undefined,
    now: new Date('2026-06-01T03:00:00Z'),
    refusedLimits: new Set(),
    counted: [],
    social: { providers: {}, redirectUris: [] },
  };
  return world;
}

type ContactBody = { readonly email: string } | { readonly phone: string };

let people = 0;

/** A contact that nobody else has. */
export function newEmail(): ContactBody {
  return { email: `person-${++people}-${randomBytes(4).toString('hex')}@example.com` };
}

/** Has a code sent, and gives what whoever got it can send. */
export async function verified(world: World, purpose: string, contact: ContactBody) {
  const asked = await world.call('POST', '/v1/accounts/verifications', { body: { purpose, contact } });
  const { values } = world.sent.at(-1)!;
  return { verification: asked.json.verification as string, code: (values as { code?: string }).code ?? '000000' };
}

export const consents = {
  privacy: { version: CONSENT_VERSIONS.privacy, given: true },
  marketing: { version: CONSENT_VERSIONS.marketing, given: false },
};

export interface SignedUp {
  readonly contact: ContactBody;
  readonly userId: string;
  readonly tokens: Record<'accessToken' | 'refreshToken' | 'deviceToken', string>;
  readonly sessionId: string;
  readonly headers: { readonly authorization: string };
}

/** An account that has just been made, logged in. */
export async function signedUp(world: World, contact: ContactBody = newEmail(), more: object = {}): Promise<SignedUp> {
  const verification = await verified(world, 'sign-up', contact);
  const body = { contact, verification, password: PASSWORD, nickname: '미소', birthYear: 1990, consents, ...more };
  const { status, json, text } = await world.call('POST', '/v1/accounts', { body });
  if (status !== 201) throw new Error(`Sign-up failed: ${text}`);
  const { userId } = await world.tokens.verify(json.accessToken, world.now);
  return {
    contact,
    userId,
    tokens: json,
    sessionId: json.session.id,
    headers: { authorization: `Bearer ${json.accessToken}` },
  };
}

export function logIn(world: World, contact: ContactBody, more: object = {}, sent: Omit<Sent, 'body'> = {}) {
  return world.call('POST', '/v1/sessions', { body: { contact, password: PASSWORD, ...more }, ...sent });
}

export function refresh(world: World, refreshToken: string) {
  return world.call('POST', '/v1/sessions/refresh', { body: { refreshToken } });
}

/** Later, by so many seconds. */
export function wait(world: World, seconds: number): void {
  world.now = new Date(world.now.getTime() + seconds * 1000);
}

/** The events of an account, oldest first. */
export async function eventsOf({ database }: World, userId: string) {
  const rows = await database.sql<{ type: string; data: Record<string, unknown> }[]>`
    select type, data from events where stream_id = ${`user-${userId}`} order by version`;
  return [...rows];
}
