import * as z from 'zod';
import type { FieldKind } from '../../../platform/errors/field-kind.ts';
import { busy } from '../../../platform/errors/kinds.ts';
import { acrossFields } from '../../../platform/http/across-fields.ts';
import { operation } from '../../../platform/http/operation.ts';
import { passwordInput } from '../../../platform/passwords/password-input.ts';
import { CONSENT_VERSIONS, consentRequired, consentsInput, outdatedConsent } from '../consents/consent.ts';
import { contactErrors, contactInput } from '../contact.ts';
import { nicknameInput, nothingVisible } from '../nickname.ts';
import { secretTokenInput } from '../secret-token.ts';
import { sessionTokens } from '../sessions/contract.ts';
import { socialLoginRefused } from '../sessions/social/kinds.ts';
import { accountExists, guardianConsentRequired, identityTaken, verificationRefused } from './kinds.ts';
import { verificationInput } from './verifications/contract.ts';

const passwordOrSocialLogin = {
  code: 'password_or_social_login',
  detail: {
    ko: 'password와 socialLogin 가운데 하나를 보내 주세요.',
    en: 'Send either `password` or `socialLogin`.',
  },
} as const satisfies FieldKind;

const contactOfTheChild = {
  code: 'contact_of_the_child',
  detail: {
    ko: '법정대리인의 연락처는 본인의 연락처와 달라야 합니다.',
    en: 'A guardian’s contact is another than the child’s.',
  },
} as const satisfies FieldKind;

export const createAccount = operation({
  id: 'signUp',
  method: 'POST',
  path: '/v1/accounts',
  tag: 'users',
  summary: { ko: '가입합니다', en: 'Sign up' },
  description:
    'First have a code sent to the contact for the purpose `sign-up`. Each consent is decided for itself on the text in ' +
    'force (GET /v1/consents); only `privacy` has to be given. Whoever may be under 14 (by the year of birth, which is not ' +
    'stored) needs a guardian, who is asked by a code for the purpose `guardian`. In place of a password, a social log-in ' +
    'that has found no account: where the contact has one, the log-in is linked to it.',
  auth: 'none',
  request: {
    body: z
      .strictObject({
        contact: contactInput,
        verification: verificationInput,
        password: passwordInput.optional(),
        socialLogin: secretTokenInput.optional().meta({ description: 'The `login` of a social log-in.' }),
        nickname: nicknameInput,
        birthYear: z.int().min(1900).max(2100),
        consents: consentsInput,
        guardian: z
          .strictObject({ contact: contactInput, verification: verificationInput })
          .optional()
          .meta({ description: 'Needed where the person may be under 14.' }),
      })
      .check(
        acrossFields([], ({ password, socialLogin }, context) => {
          if ((password === undefined) !== (socialLogin === undefined)) return;
          context.addIssue({ code: 'custom', path: ['password'], params: passwordOrSocialLogin });
        }),
        acrossFields(['contact', 'guardian'], ({ contact, guardian }, context) => {
          if (guardian?.contact.value !== contact.value) return;
          context.addIssue({ code: 'custom', path: ['guardian', 'contact'], params: contactOfTheChild });
        }),
      )
      .meta({ id: 'SignUpRequest' }),
  },
  response: {
    status: 201,
    description: 'The account exists, and is logged in to.',
    body: sessionTokens,
    freshness: 'none',
  },
  errors: [
    ...contactErrors,
    outdatedConsent,
    consentRequired,
    nothingVisible,
    passwordOrSocialLogin,
    contactOfTheChild,
    verificationRefused,
    guardianConsentRequired,
    accountExists,
    socialLoginRefused,
    identityTaken,
    busy,
  ],
  examples: {
    requests: {
      email: {
        summary: 'With an e-mail address',
        value: {
          contact: { email: 'miso@example.com' },
          verification: { verification: '2PqS0m9Zk0mBv3cWnVZ0bq8J1rY5t7uXoLd4eFgHiJk', code: '042917' },
          password: 'correct horse battery staple',
          nickname: '미소',
          birthYear: 1990,
          consents: {
            privacy: { version: CONSENT_VERSIONS.privacy, given: true },
            marketing: { version: CONSENT_VERSIONS.marketing, given: false },
          },
        },
      },
    },
  },
});
