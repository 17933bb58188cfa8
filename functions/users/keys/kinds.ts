import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';

export const apiKeyNotFound = {
  code: 'api_key_not_found',
  status: 404,
  title: { ko: '그런 API 키가 없습니다', en: 'There is no such API key' },
  detail: () => ({
    ko: '이 계정에 그런 API 키가 없습니다. GET /v1/me/keys로 목록을 확인해 주세요.',
    en: 'This account has no such API key: GET /v1/me/keys lists those it has.',
  }),
} as const satisfies ProblemKind;

export const tooManyApiKeys = {
  code: 'too_many_api_keys',
  status: 409,
  title: { ko: 'API 키를 더 만들 수 없습니다', en: 'No more API keys can be made' },
  detail: ({ most = 0 }) => ({
    ko: `한 계정에 쓰이는 API 키는 ${most}개까지입니다. 쓰지 않는 키를 폐기해 주세요.`,
    en: `An account may have up to ${most} keys in use. Revoke one that is not used.`,
  }),
} as const satisfies ProblemKind;
