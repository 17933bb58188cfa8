import * as z from 'zod';
import { busy, rateLimited } from '../../../platform/errors/kinds.ts';
import { operation } from '../../../platform/http/operation.ts';
import { givenPassword } from '../../../platform/passwords/password-input.ts';
import { instantOutput } from '../../../platform/vocabulary/dates.ts';
import { verificationRefused } from '../accounts/kinds.ts';
import { verificationInput } from '../accounts/verifications/contract.ts';
import { contactErrors, contactInput } from '../contact.ts';
import { secretTokenInput, secretTokenOutput } from '../secret-token.ts';
import { credentialsRefused, sessionNotFound, verificationRequired } from './kinds.ts';
import { devices, sessionMethods } from './session.ts';

const sessionShape = {
  id: z.uuid(),
  method: z.enum(sessionMethods).meta({ description: 'How it was opened.' }),
  device: z.enum(devices),
  createdAt: instantOutput,
  expiresAt: instantOutput.meta({ description: 'However often it is refreshed.' }),
};

/** What a client gets that has logged in. */
export const sessionTokens = z
  .strictObject({
    accessToken: z.string().meta({ description: 'For `Authorization: Bearer`, 15 minutes long.' }),
    tokenType: z.literal('Bearer'),
    expiresIn: z.int().meta({ description: 'Of the access token, in seconds.', examples: [900] }),
    refreshToken: secretTokenOutput.meta({
      description: 'Gives the next tokens, once. Keep it where nothing reads it.',
    }),
    refreshTokenExpiresAt: instantOutput,
    session: z.strictObject(sessionShape).meta({ id: 'OpenedSession' }),
    deviceToken: secretTokenOutput.optional().meta({
      description: 'Of a device that was not known: keep it over log-outs, and send it with the next log-in.',
    }),
  })
  .meta({ id: 'SessionTokens' });

export const createSession = operation({
  id: 'logIn',
  method: 'POST',
  path: '/v1/sessions',
  tag: 'users',
  summary: { ko: '비밀번호로 로그인합니다', en: 'Log in with a password' },
  description:
    'Wrong passwords have to wait longer and longer (429 with `Retry-After`), for accounts that do not exist too. A ' +
    '`deviceToken` of an earlier log-in, or a code sent for the purpose `log-in`, is past the waiting. Never replayed: an ' +
    '`Idempotency-Key` is not taken.',
  auth: 'none',
  request: {
    body: z
      .strictObject({
        contact: contactInput,
        password: givenPassword,
        deviceToken: secretTokenInput.optional(),
        verification: verificationInput.optional(),
      })
      .meta({ id: 'LogInRequest' }),
  },
  response: { status: 201, description: 'The session, opened.', body: sessionTokens, freshness: 'none' },
  errors: [...contactErrors, credentialsRefused, verificationRequired, verificationRefused, rateLimited, busy],
  examples: {
    requests: {
      email: {
        summary: 'With an e-mail address',
        value: { contact: { email: 'miso@example.com' }, password: 'correct horse battery staple' },
      },
    },
  },
});

export const listSessions = operation({
  id: 'listSessions',
  method: 'GET',
  path: '/v1/sessions',
  tag: 'users',
  summary: { ko: '로그인되어 있는 기기들', en: 'Where you are logged in' },
  auth: 'user',
  request: {},
  response: {
    status: 200,
    description: 'Your open sessions, the one used last first; at most 100.',
    body: z
      .strictObject({
        sessions: z.array(
          z
            .strictObject({
              ...sessionShape,
              lastUsedAt: instantOutput.meta({ description: 'Of the last refresh.' }),
              current: z.boolean().meta({ description: 'Whether it is the one that asks.' }),
            })
            .meta({ id: 'Session' }),
        ),
      })
      .meta({ id: 'Sessions' }),
    freshness: 'none',
  },
  errors: [],
});

const ended = { status: 204, body: z.undefined(), freshness: 'none' } as const;

export const deleteSession = operation({
  id: 'endSession',
  method: 'DELETE',
  path: '/v1/sessions/{sessionId}',
  tag: 'users',
  summary: { ko: '기기 하나에서 로그아웃합니다', en: 'Log one device out' },
  auth: 'user',
  request: { params: z.strictObject({ sessionId: z.uuid() }) },
  response: { ...ended, description: 'It has ended: refreshing fails at once, its access token within 15 minutes.' },
  errors: [sessionNotFound],
});

export const deleteCurrentSession = operation({
  id: 'logOut',
  method: 'DELETE',
  path: '/v1/sessions/current',
  tag: 'users',
  summary: { ko: '로그아웃합니다', en: 'Log out' },
  auth: 'user',
  request: {},
  response: { ...ended, description: 'The session that asks has ended, or had before.' },
  errors: [],
});

export const deleteSessions = operation({
  id: 'logOutEverywhere',
  method: 'DELETE',
  path: '/v1/sessions',
  tag: 'users',
  summary: { ko: '모든 기기에서 로그아웃합니다', en: 'Log out everywhere' },
  auth: 'user',
  request: {},
  response: { ...ended, description: 'Every session has ended, this one too, and no device is known any more.' },
  errors: [],
});
