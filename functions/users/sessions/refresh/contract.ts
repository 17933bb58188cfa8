import * as z from 'zod';
import { operation } from '../../../../platform/http/operation.ts';
import { secretTokenInput } from '../../secret-token.ts';
import { sessionTokens } from '../contract.ts';
import { refreshTokenJustUsed, refreshTokenRefused } from '../kinds.ts';

export const createRefresh = operation({
  id: 'refreshSession',
  method: 'POST',
  path: '/v1/sessions/refresh',
  tag: 'users',
  summary: { ko: '새 토큰을 받습니다', en: 'Get the next tokens' },
  description:
    'Each refresh token works once and for 30 days. One that comes a second time ends its session, since somebody has a ' +
    'copy of it; within 10 seconds of the first time it is only refused (409). Never replayed: an `Idempotency-Key` is ' +
    'not taken.',
  auth: 'none',
  request: { body: z.strictObject({ refreshToken: secretTokenInput }).meta({ id: 'RefreshRequest' }) },
  response: { status: 201, description: 'The next tokens of the session.', body: sessionTokens, freshness: 'none' },
  errors: [refreshTokenRefused, refreshTokenJustUsed],
});
