import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';

export const reviewNotFound = {
  code: 'review_not_found',
  status: 404,
  title: { ko: '감수할 풀이가 아닙니다', en: 'This is not up for review' },
  detail: () => ({
    ko: '이 풀이는 감수 요청이 없거나 거두어졌습니다. GET /v1/expert/reviews로 목록을 확인해 주세요.',
    en: 'Nobody asks for a review of this, or no longer: GET /v1/expert/reviews lists what there is.',
  }),
} as const satisfies ProblemKind;
