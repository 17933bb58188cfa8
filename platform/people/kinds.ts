import type { ProblemKind } from '../errors/problem-kind.ts';

export const personNotFound = {
  code: 'person_not_found',
  status: 404,
  title: { ko: '그런 사람이 없습니다', en: 'There is no such person' },
  detail: () => ({
    ko: '이 계정에 그런 사람이 없습니다. GET /v1/me/people로 목록을 확인해 주세요.',
    en: 'This account has no such person: GET /v1/me/people lists those it has.',
  }),
} as const satisfies ProblemKind;
