import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';

/** Each alert is told to all of them. */
export const MOST_WEBHOOKS = 100;

export const webhookNotFound = {
  code: 'webhook_not_found',
  status: 404,
  title: { ko: '그런 웹훅이 없습니다', en: 'There is no such webhook' },
  detail: () => ({
    ko: 'GET /v1/iot/webhooks로 목록을 확인해 주세요.',
    en: 'GET /v1/iot/webhooks lists those there are.',
  }),
} as const satisfies ProblemKind;

export const deliveryNotFound = {
  code: 'delivery_not_found',
  status: 404,
  title: { ko: '그런 전송 기록이 없습니다', en: 'There is no such delivery' },
  detail: () => ({
    ko: '끝난 지 30일이 지나면 지워집니다. GET /v1/iot/webhooks/{webhookId}/deliveries로 목록을 확인해 주세요.',
    en: 'Thirty days after its end it is deleted: GET /v1/iot/webhooks/{webhookId}/deliveries lists what there is.',
  }),
} as const satisfies ProblemKind;

export const webhookDisabledProblem = {
  code: 'webhook_disabled',
  status: 409,
  title: { ko: '멈춘 웹훅입니다', en: 'The webhook is disabled' },
  detail: () => ({
    ko: '먼저 PATCH로 enabled를 true로 바꿔 주세요.',
    en: 'PATCH it with enabled: true first.',
  }),
} as const satisfies ProblemKind;

export const tooManyWebhooks = {
  code: 'too_many_webhooks',
  status: 409,
  title: { ko: '웹훅이 너무 많습니다', en: 'There are too many webhooks' },
  detail: () => ({
    ko: `${MOST_WEBHOOKS}개까지 등록할 수 있습니다. 쓰지 않는 것을 지워 주세요.`,
    en: `There may be ${MOST_WEBHOOKS}. Delete one that is not used.`,
  }),
} as const satisfies ProblemKind;
