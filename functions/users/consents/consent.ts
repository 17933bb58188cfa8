import * as z from 'zod';
import type { FieldKind } from '../../../platform/errors/field-kind.ts';

/** What is agreed to: each by itself, and nothing but `privacy` is needed for an account. */
export const consentKinds = ['privacy', 'marketing', 'location', 'analytics'] as const;

export type ConsentKind = (typeof consentKinds)[number];

/** The texts in force, by the day on which they were published. A change of a text is another version, asked for again. */
export const CONSENT_VERSIONS: Readonly<Record<ConsentKind, string>> = {
  privacy: '2026-01-01',
  marketing: '2026-01-01',
  location: '2026-01-01',
  analytics: '2026-01-01',
};

/** A decision about one kind, on the text of a version. */
export interface Consent {
  readonly kind: ConsentKind;
  readonly version: string;
  readonly given: boolean;
}

export const outdatedConsent = {
  code: 'outdated_consent',
  detail: {
    ko: '지금 시행 중인 동의문이 아닙니다. GET /v1/consents의 버전을 보여 주고 동의를 받아 주세요.',
    en: 'This is not the text in force. Show the version of GET /v1/consents, and ask for it.',
  },
} as const satisfies FieldKind;

export const consentRequired = {
  code: 'consent_required',
  detail: {
    ko: '개인정보 처리 동의 없이는 가입할 수 없습니다.',
    en: 'There is no account without the consent to the processing of personal data.',
  },
} as const satisfies FieldKind;

function decision(kind: ConsentKind, given: z.ZodType<boolean, boolean>) {
  return z
    .strictObject({
      version: z
        .string()
        .max(20)
        .refine(version => version === CONSENT_VERSIONS[kind], { params: outdatedConsent })
        .meta({ description: 'Of the text that was shown.', examples: [CONSENT_VERSIONS[kind]] }),
      given,
    })
    .transform((decided): Consent => ({ kind, ...decided }));
}

/** What is decided at sign-up: each kind for itself, never one for all. */
export const consentsInput = z
  .strictObject({
    privacy: decision(
      'privacy',
      z.boolean().refine(given => given, { params: consentRequired }),
    ),
    marketing: decision('marketing', z.boolean()).optional(),
    location: decision('location', z.boolean()).optional(),
    analytics: decision('analytics', z.boolean()).optional(),
  })
  .transform(({ privacy, marketing, location, analytics }) =>
    [privacy, marketing, location, analytics].filter(consent => consent !== undefined),
  )
  .meta({ id: 'ConsentsInput' });
