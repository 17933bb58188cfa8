import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';

export const alertNotFound = {
  code: 'alert_not_found',
  status: 404,
  title: { ko: '그런 알림이 없습니다', en: 'There is no such alert' },
  detail: () => ({
    ko: 'GET /v1/iot/alerts로 목록을 확인해 주세요.',
    en: 'GET /v1/iot/alerts lists those there are.',
  }),
} as const satisfies ProblemKind;
