import * as z from 'zod';
import { accountSuspended } from '../../../platform/accounts/kinds.ts';
import { operation } from '../../../platform/http/operation.ts';
import { NEW_KEY_LIMITS } from '../../../platform/tokens/api-key-limits.ts';
import { instantOutput } from '../../../platform/vocabulary/dates.ts';
import { slug } from '../../../platform/vocabulary/slug.ts';
import { apiKeyNotFound, tooManyApiKeys } from './kinds.ts';

const name = slug(40).meta({
  description: 'Small letters, digits and hyphens: which app it is for.',
  examples: ['web-prod'],
});

const apiKey = z
  .strictObject({
    id: z.uuid(),
    name,
    prefix: z.string().meta({ description: 'How the key begins.', examples: ['h7_Zk3vQ9xA'] }),
    limits: z
      .strictObject({ requestsPerMinute: z.int(), requestsPerDay: z.int() })
      .meta({ description: 'A day is one of UTC. Answers say in `RateLimit` what is left.' }),
    createdAt: instantOutput,
    revokedAt: instantOutput.nullable(),
  })
  .meta({ id: 'ApiKey' });

const common = { tag: 'users', auth: 'user', recheck: true } as const;

export const createApiKey = operation({
  ...common,
  id: 'createApiKey',
  method: 'POST',
  path: '/v1/me/keys',
  summary: { ko: 'API 키를 만듭니다', en: 'Make an API key' },
  description:
    'For an app that calls the API for itself: send it as `X-API-Key`, from a server, never from a page. The key is shown ' +
    `this once and kept nowhere. It may be used ${NEW_KEY_LIMITS.perMinute} times a minute and ${NEW_KEY_LIMITS.perDay} a day.`,
  request: { body: z.strictObject({ name }) },
  response: {
    status: 201,
    description: 'The key, this once.',
    body: apiKey.extend({ key: z.string() }).meta({ id: 'NewApiKey' }),
    freshness: 'none',
  },
  errors: [tooManyApiKeys, accountSuspended],
  examples: { requests: { app: { summary: 'For an app', value: { name: 'web-prod' } } } },
});

export const listApiKeys = operation({
  ...common,
  id: 'listApiKeys',
  method: 'GET',
  path: '/v1/me/keys',
  summary: { ko: '내 API 키를 봅니다', en: 'List your API keys' },
  description: 'The latest hundred, the newest first, with those that have been revoked.',
  request: {},
  response: {
    status: 200,
    description: 'The keys, without their secrets.',
    body: z.strictObject({ keys: z.array(apiKey) }),
    freshness: 'none',
  },
  errors: [],
});

export const revokeApiKey = operation({
  ...common,
  id: 'revokeApiKey',
  method: 'DELETE',
  path: '/v1/me/keys/{keyId}',
  summary: { ko: 'API 키를 폐기합니다', en: 'Revoke an API key' },
  description: 'It is refused everywhere within 30 seconds, and for ever.',
  request: { params: z.strictObject({ keyId: z.uuid() }) },
  response: { status: 204, description: 'Revoked, now or before.', body: z.undefined(), freshness: 'none' },
  errors: [apiKeyNotFound],
});

export const keyOperations = [createApiKey, listApiKeys, revokeApiKey] as const;
