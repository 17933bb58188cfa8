import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';

export const verificationRefused = {
  code: 'verification_refused',
  status: 403,
  title: { ko: '인증번호를 확인할 수 없습니다', en: 'The code is not accepted' },
  detail: () => ({
    ko: '인증번호가 틀렸거나, 10분이 지났거나, 이미 쓰였거나, 다섯 번 넘게 시도했습니다. 새 인증번호를 요청해 주세요.',
    en: 'The code is wrong, older than 10 minutes, used, or was tried five times. Ask for a new one.',
  }),
} as const satisfies ProblemKind;

export const accountExists = {
  code: 'account_exists',
  status: 409,
  title: { ko: '이미 가입한 연락처입니다', en: 'You have an account already' },
  detail: () => ({
    ko: '인증하신 연락처로 가입한 계정이 있습니다. 로그인하거나 비밀번호를 다시 설정해 주세요.',
    en: 'There is an account with the contact that you have just proved to be yours. Log in, or set a new password.',
  }),
} as const satisfies ProblemKind;

export const guardianConsentRequired = {
  code: 'guardian_consent_required',
  status: 403,
  title: { ko: '법정대리인의 동의가 필요합니다', en: 'A guardian has to consent' },
  detail: () => ({
    ko: '만 14세 미만이면 법정대리인의 동의가 필요합니다. purpose가 guardian인 인증번호를 법정대리인에게 보내고 guardian에 담아 주세요.',
    en: 'Under 14, a guardian has to consent: have a code for the purpose `guardian` sent to one, and send it as `guardian`.',
  }),
} as const satisfies ProblemKind;

export const identityTaken = {
  code: 'identity_taken',
  status: 409,
  title: { ko: '이미 연결된 로그인입니다', en: 'That log-in is linked already' },
  detail: () => ({
    ko: '이 계정에는 같은 서비스의 다른 로그인이 연결되어 있거나, 이 로그인이 다른 계정에 연결되어 있습니다.',
    en: 'The account has another log-in of that provider, or the log-in belongs to another account.',
  }),
} as const satisfies ProblemKind;
