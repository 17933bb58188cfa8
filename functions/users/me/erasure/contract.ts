import * as z from 'zod';
import { keysUnavailable } from '../../../../platform/encryption/kinds.ts';
import { operation } from '../../../../platform/http/operation.ts';
import { instantOutput } from '../../../../platform/vocabulary/dates.ts';
import { proofErrors, proofInput } from '../proof/input.ts';

export const eraseAccount = operation({
  id: 'eraseAccount',
  method: 'DELETE',
  path: '/v1/me',
  tag: 'me',
  auth: 'user',
  recheck: true,
  summary: { ko: '계정과 모든 개인정보를 삭제합니다', en: 'Erase your account and all your personal data' },
  description:
    'Cannot be taken back, and withdraws the consent to processing. Your key is destroyed, and within five minutes nothing ' +
    'encrypted under it opens any more: not here, and not in backups. Charts, people, preferences, exports, sessions and API ' +
    'keys are deleted; posts and comments stay without your name. Since a token may be in the wrong hands, it takes the ' +
    'password too, or a code sent for the purpose `erasure`.',
  request: { body: proofInput },
  response: {
    status: 200,
    description: 'The account is gone.',
    body: z.strictObject({ erasedAt: instantOutput }).meta({ id: 'Erased' }),
    freshness: 'none',
  },
  errors: [...proofErrors, keysUnavailable],
  examples: {
    requests: { password: { summary: 'With the password', value: { password: 'correct horse battery staple' } } },
  },
});
