import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';

export const credentialsRefused = {
  code: 'credentials_refused',
  status: 401,
  title: { ko: '로그인할 수 없습니다', en: 'The log-in is refused' },
  detail: () => ({
    ko: '연락처와 비밀번호가 맞지 않습니다.',
    en: 'There is no account with this contact and password.',
  }),
} as const satisfies ProblemKind;

export const verificationRequired = {
  code: 'verification_required',
  status: 401,
  title: { ko: '인증번호가 필요합니다', en: 'A code is needed' },
  detail: () => ({
    ko: '이 연락처로 틀린 비밀번호가 너무 많이 시도되어 비밀번호만으로는 로그인할 수 없습니다. purpose가 log-in인 인증번호를 받아 함께 보내거나, 전에 로그인한 기기에서 시도해 주세요.',
    en: 'Too many wrong passwords were tried for this contact: a password alone will not do. Have a code sent for the purpose `log-in` and send it too, or log in on a device that has done so before.',
  }),
} as const satisfies ProblemKind;

export const refreshTokenRefused = {
  code: 'refresh_token_refused',
  status: 401,
  title: { ko: '다시 로그인해야 합니다', en: 'Log in again' },
  detail: () => ({
    ko: '이 갱신 토큰은 쓸 수 없습니다. 다시 로그인해 주세요.',
    en: 'This refresh token is not good, or no longer. Log in again.',
  }),
} as const satisfies ProblemKind;

export const refreshTokenJustUsed = {
  code: 'refresh_token_just_used',
  status: 409,
  title: { ko: '방금 쓰인 갱신 토큰입니다', en: 'The refresh token was used just now' },
  detail: () => ({
    ko: '같은 토큰의 다른 요청이 방금 새 토큰을 받았습니다. 그 답의 토큰을 써 주세요. 토큰은 한 번만 쓸 수 있습니다.',
    en: 'Another request with the same token has just been given the next one: use that. A token works once.',
  }),
} as const satisfies ProblemKind;

export const sessionNotFound = {
  code: 'session_not_found',
  status: 404,
  title: { ko: '없는 세션입니다', en: 'There is no such session' },
  detail: () => ({
    ko: '내 세션 가운데 이 번호의 세션이 없거나 이미 끝났습니다.',
    en: 'None of your sessions has this id, or it has ended.',
  }),
} as const satisfies ProblemKind;

/** What every 401 names (RFC 9110, 15.5.2). */
export const CHALLENGE = { 'www-authenticate': 'Bearer realm="heal7"' };
