import * as z from 'zod';
import { busy } from '../../../../platform/errors/kinds.ts';
import { operation } from '../../../../platform/http/operation.ts';
import { passwordInput } from '../../../../platform/passwords/password-input.ts';
import { contactErrors, contactInput } from '../../contact.ts';
import { verificationRefused } from '../kinds.ts';
import { verificationInput } from '../verifications/contract.ts';

export const createPasswordReset = operation({
  id: 'resetPassword',
  method: 'POST',
  path: '/v1/accounts/password-resets',
  tag: 'users',
  summary: { ko: '비밀번호를 다시 설정합니다', en: 'Set a new password' },
  description:
    'With a code sent for the purpose `password-reset`. Every session ends and no device is known any more; the owner is told.',
  auth: 'none',
  request: {
    body: z
      .strictObject({ contact: contactInput, verification: verificationInput, password: passwordInput })
      .meta({ id: 'PasswordResetRequest' }),
  },
  response: {
    status: 204,
    description: 'The new password holds. Log in with it.',
    body: z.undefined(),
    freshness: 'none',
  },
  errors: [...contactErrors, verificationRefused, busy],
});
