import * as z from 'zod';
import { accountErased, keysUnavailable } from '../../../../platform/encryption/kinds.ts';
import type { ProblemKind } from '../../../../platform/errors/problem-kind.ts';
import { operation } from '../../../../platform/http/operation.ts';
import { nextCursor, pageQuery } from '../../../../platform/http/sealed-cursor.ts';
import { instantOutput } from '../../../../platform/vocabulary/dates.ts';
import { CONSENT_VERSIONS, consentKinds, outdatedConsent } from '../../consents/consent.ts';

export const privacyConsentNeeded = {
  code: 'privacy_consent_needed',
  status: 409,
  title: { ko: '이 동의의 철회는 계정 삭제입니다', en: 'Withdrawing this consent means erasure' },
  detail: () => ({
    ko: '개인정보 처리 동의 없이는 계정을 둘 수 없습니다. 철회하려면 DELETE /v1/me로 계정을 삭제해 주세요. 모든 개인정보가 지워집니다. 잠시 멈추려면 PUT /v1/me/suspension을 보내 주세요.',
    en: 'There is no account without it. To withdraw it, erase the account: DELETE /v1/me destroys all your personal data. To pause instead, PUT /v1/me/suspension.',
  }),
} as const satisfies ProblemKind;

const kind = z.enum(consentKinds);

const consentSchema = z
  .strictObject({
    kind,
    required: z.boolean().meta({ description: 'Of an account: withdrawing it means erasure.' }),
    given: z.boolean(),
    version: z.string().nullable().meta({ description: 'Of the text decided on last; null if never.' }),
    currentVersion: z.string().meta({ description: 'Of the text in force.' }),
    isCurrent: z.boolean().meta({ description: 'Whether what holds was given to the text in force.' }),
    decidedAt: instantOutput.nullable(),
  })
  .meta({ id: 'Consent' });

const decisionSchema = z
  .strictObject({
    kind,
    version: z.string(),
    given: z.boolean(),
    givenBy: z.enum(['self', 'guardian']),
    decidedAt: instantOutput,
  })
  .meta({ id: 'ConsentDecision' });

const common = { tag: 'me', auth: 'user', recheck: true } as const;
const params = z.strictObject({ kind });
const response = {
  status: 200,
  description: 'The consent as it is now.',
  body: consentSchema,
  freshness: 'none',
} as const;

export const listConsents = operation({
  ...common,
  id: 'listConsents',
  method: 'GET',
  path: '/v1/me/consents',
  summary: { ko: '내 동의를 봅니다', en: 'List your consents' },
  request: {},
  response: {
    status: 200,
    description: 'Each kind as it stands.',
    body: z.strictObject({ consents: z.array(consentSchema) }),
    freshness: 'none',
  },
  errors: [],
});

export const listConsentHistory = operation({
  ...common,
  id: 'listConsentHistory',
  method: 'GET',
  path: '/v1/me/consents/history',
  summary: { ko: '동의와 철회의 기록을 봅니다', en: 'See what you consented to and withdrew' },
  description: 'The latest first. The history is only ever added to.',
  request: { query: z.strictObject(pageQuery) },
  response: {
    status: 200,
    description: 'A page of decisions.',
    body: z.strictObject({ decisions: z.array(decisionSchema), nextCursor }),
    freshness: 'none',
  },
  errors: [accountErased, keysUnavailable],
});

export const giveConsent = operation({
  ...common,
  id: 'giveConsent',
  method: 'PUT',
  path: '/v1/me/consents/{kind}',
  summary: { ko: '동의합니다', en: 'Give a consent' },
  description: 'To the text in force, whose version is sent: `GET /v1/consents` lists them.',
  request: { params, body: z.strictObject({ version: z.string().max(20) }).meta({ id: 'ConsentGiven' }) },
  response,
  errors: [outdatedConsent],
  examples: { requests: { current: { summary: 'The text in force', value: { version: CONSENT_VERSIONS.marketing } } } },
});

export const withdrawConsent = operation({
  ...common,
  id: 'withdrawConsent',
  method: 'DELETE',
  path: '/v1/me/consents/{kind}',
  summary: { ko: '동의를 철회합니다', en: 'Withdraw a consent' },
  description:
    'At once. With that of `location`, your visits and what follows from them are deleted. That of `privacy` is withdrawn by ' +
    'erasing the account (`DELETE /v1/me`).',
  request: { params },
  response,
  errors: [privacyConsentNeeded],
});
