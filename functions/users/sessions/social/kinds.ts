import type { ProblemKind } from '../../../../platform/errors/problem-kind.ts';

export const socialLoginRefused = {
  code: 'social_login_refused',
  status: 403,
  title: { ko: '소셜 로그인을 확인할 수 없습니다', en: 'The social log-in is not accepted' },
  detail: () => ({
    ko: '이 로그인을 확인할 수 없거나 이미 쓰였거나 시간이 지났습니다. 처음부터 다시 시작해 주세요.',
    en: 'This log-in cannot be verified, has been used, or is too old. Begin again.',
  }),
} as const satisfies ProblemKind;

export const providerNotOffered = {
  code: 'provider_not_offered',
  status: 404,
  title: { ko: '제공하지 않는 로그인입니다', en: 'That log-in is not offered' },
  detail: () => ({
    ko: '지금은 이 서비스로 로그인할 수 없습니다.',
    en: 'One cannot log in with this provider here.',
  }),
} as const satisfies ProblemKind;

export const providerUnavailable = {
  code: 'provider_unavailable',
  status: 503,
  title: { ko: '로그인 서비스가 응답하지 않습니다', en: 'The provider does not answer' },
  detail: () => ({
    ko: '로그인 서비스에 연결할 수 없습니다. 잠시 뒤에 처음부터 다시 시도해 주세요.',
    en: 'The provider cannot be reached. Begin again in a while.',
  }),
} as const satisfies ProblemKind;
