import * as z from 'zod';
import { accountErased, keysUnavailable } from '../../../../platform/encryption/kinds.ts';
import { operation } from '../../../../platform/http/operation.ts';
import { accountExists } from '../../accounts/kinds.ts';
import { verificationInput } from '../../accounts/verifications/contract.ts';
import { contactErrors, contactInput } from '../../contact.ts';
import { proofErrors, proofInput } from '../proof/input.ts';

export const replaceContact = operation({
  id: 'replaceContact',
  method: 'PUT',
  path: '/v1/me/contact',
  tag: 'me',
  auth: 'user',
  recheck: true,
  summary: { ko: '이메일이나 전화번호를 바꿉니다', en: 'Change your e-mail address or phone' },
  description:
    'First have a code sent to the new contact for the purpose `contact-change`. The password proves that it is you, or another code ' +
    'for the same purpose, sent to the contact that you have. An e-mail address replaces the one before, a phone the other. ' +
    'Word of it goes to where you were reached until now.',
  request: {
    body: z
      .strictObject({ contact: contactInput, verification: verificationInput, proof: proofInput })
      .meta({ id: 'ContactChange' }),
  },
  response: { status: 204, description: 'You are reached there from now on.', body: z.undefined(), freshness: 'none' },
  errors: [...contactErrors, ...proofErrors, accountExists, accountErased, keysUnavailable],
});
