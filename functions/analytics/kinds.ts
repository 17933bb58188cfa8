import type { ProblemKind } from '../../platform/errors/problem-kind.ts';

export const analyticsConsentNeeded = {
  code: 'analytics_consent_needed',
  status: 403,
  title: { ko: '서비스 이용기록 분석에 동의하지 않았습니다', en: 'There is no consent to the analysis of activity' },
  detail: () => ({
    ko: '이용기록은 이용자가 동의한 때에만 받습니다. GET /v1/consents의 analytics 동의문을 보여 주고, 동의하면 PUT /v1/me/consents/analytics를 보낸 뒤 다시 시도해 주세요. 동의하지 않으면 보내지 말아 주세요.',
    en: 'Activity is taken from users who agree to it. Show them the text `analytics` of GET /v1/consents; if they agree, PUT /v1/me/consents/analytics and send it again. If they do not, send nothing.',
  }),
} as const satisfies ProblemKind;
