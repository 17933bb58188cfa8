import * as z from 'zod';
import type { FieldKind } from '../../../../platform/errors/field-kind.ts';
import { rateLimited } from '../../../../platform/errors/kinds.ts';
import { operation } from '../../../../platform/http/operation.ts';
import { socialProviders } from '../../../../platform/social-login/social-provider.ts';
import { instantOutput } from '../../../../platform/vocabulary/dates.ts';
import { secretTokenInput, secretTokenOutput } from '../../secret-token.ts';
import { sessionTokens } from '../contract.ts';
import { providerNotOffered, providerUnavailable, socialLoginRefused } from './kinds.ts';

export const unknownRedirectUri = {
  code: 'unknown_redirect_uri',
  detail: {
    ko: '등록되지 않은 주소입니다. 등록한 주소를 그대로 보내 주세요.',
    en: 'This address is not registered. Send one that is, exactly.',
  },
} as const satisfies FieldKind;

const params = z.strictObject({ provider: z.enum(socialProviders) });

export const createSocialLogin = operation({
  id: 'startSocialLogin',
  method: 'POST',
  path: '/v1/sessions/social/{provider}/authorizations',
  tag: 'users',
  summary: { ko: '소셜 로그인을 시작합니다', en: 'Begin a social log-in' },
  description: 'Send the person to `authorizationUrl`, and keep `login` secret in the client that began.',
  auth: 'none',
  request: {
    params,
    body: z
      .strictObject({
        redirectUri: z.string().max(500).meta({ description: 'One of those agreed on with us, in full.' }),
      })
      .meta({ id: 'SocialLoginStart' }),
  },
  response: {
    status: 201,
    description: 'The log-in has begun: 10 minutes.',
    body: z
      .strictObject({ login: secretTokenOutput, authorizationUrl: z.string(), expiresAt: instantOutput })
      .meta({ id: 'SocialLogin' }),
    freshness: 'none',
  },
  errors: [unknownRedirectUri, providerNotOffered, providerUnavailable, rateLimited],
});

export const createSocialSession = operation({
  id: 'socialLogIn',
  method: 'POST',
  path: '/v1/sessions/social/{provider}',
  tag: 'users',
  summary: { ko: '소셜 로그인을 마칩니다', en: 'Finish a social log-in' },
  description:
    'With what the provider added to the redirect URI. Where no account is linked yet, sign up (`POST /v1/accounts`) with ' +
    '`socialLogin` and a contact that is verified by a code of ours: what the provider says of an e-mail address links ' +
    'nothing.',
  auth: 'none',
  request: {
    params,
    body: z
      .strictObject({
        login: secretTokenInput.meta({ description: 'As answered when it began.' }),
        callback: z
          .string()
          .max(4_096)
          .meta({
            description: 'The query of the redirect, as it came.',
            examples: ['code=SplxlOBeZQ&state=af0ifjsldkj'],
          }),
      })
      .meta({ id: 'SocialLoginAnswer' }),
  },
  response: {
    status: 200,
    description: 'A session, or the next step.',
    body: z
      .discriminatedUnion('status', [
        z.strictObject({ status: z.literal('logged_in'), tokens: sessionTokens }).meta({ id: 'SocialLoggedIn' }),
        z
          .strictObject({
            status: z.literal('sign_up_required'),
            login: secretTokenOutput.meta({ description: 'Send it as `socialLogin`.' }),
            expiresAt: instantOutput,
            suggested: z
              .strictObject({ email: z.string().nullable(), nickname: z.string().nullable() })
              .meta({ description: 'What the provider says, to fill a form with. Not stored.' }),
          })
          .meta({ id: 'SocialSignUpRequired' }),
      ])
      .meta({ id: 'SocialLoginResult' }),
    freshness: 'none',
  },
  errors: [socialLoginRefused, providerNotOffered, providerUnavailable],
});
