import * as z from 'zod';
import { busy, rateLimited } from '../../../../platform/errors/kinds.ts';
import { operation } from '../../../../platform/http/operation.ts';
import { messageNotSent } from '../../../../platform/messenger/kinds.ts';
import { instantOutput } from '../../../../platform/vocabulary/dates.ts';
import { contactErrors, contactInput } from '../../contact.ts';
import { secretTokenInput, secretTokenOutput } from '../../secret-token.ts';
import { verificationPurposes } from './verification.ts';

/** A code with what was answered when it was asked for. */
export const verificationInput = z
  .strictObject({
    verification: secretTokenInput.meta({ description: 'As answered when the code was asked for.' }),
    code: z
      .string()
      .max(20)
      .meta({ description: 'The six digits that were sent.', examples: ['042917'] }),
  })
  .meta({ id: 'VerificationInput' });

export const createVerification = operation({
  id: 'requestVerification',
  method: 'POST',
  path: '/v1/accounts/verifications',
  tag: 'users',
  summary: { ko: '인증번호를 보냅니다', en: 'Have a code sent' },
  description:
    'Sends six digits to an e-mail address or a phone, good for 10 minutes and 5 attempts. The answer is the same whether ' +
    'there is an account or not; what is sent to somebody without one says so to them. For `guardian` the contact is the ' +
    'guardian’s, and the message asks for consent. One code a minute and contact from one network, five an hour.',
  auth: 'none',
  request: {
    body: z
      .strictObject({ purpose: z.enum(verificationPurposes), contact: contactInput })
      .meta({ id: 'VerificationRequest' }),
  },
  response: {
    status: 202,
    description: 'A message is on its way.',
    body: z
      .strictObject({
        verification: secretTokenOutput.meta({ description: 'Keep it secret, and send it with the code.' }),
        expiresAt: instantOutput,
      })
      .meta({ id: 'Verification' }),
    freshness: 'none',
  },
  errors: [...contactErrors, rateLimited, busy, messageNotSent],
  examples: {
    requests: {
      email: { summary: 'By e-mail', value: { purpose: 'sign-up', contact: { email: 'miso@example.com' } } },
      phone: { summary: 'By phone', value: { purpose: 'log-in', contact: { phone: '010-1234-5678' } } },
    },
  },
});
