import type { ProblemKind } from '../errors/problem-kind.ts';

/** The kinds of problem that operations on personal data may answer with. */

export const accountErased = {
  code: 'account_erased',
  status: 410,
  title: { ko: '삭제된 계정입니다', en: 'The account has been erased' },
  detail: () => ({
    ko: '이 계정의 개인정보는 지워졌고 되살릴 수 없습니다.',
    en: 'The personal data of this account is gone and cannot be brought back.',
  }),
} as const satisfies ProblemKind;

export const keysUnavailable = {
  code: 'keys_unavailable',
  status: 503,
  title: { ko: '암호화 키를 쓸 수 없습니다', en: 'The encryption keys cannot be reached' },
  detail: () => ({
    ko: '개인정보를 여닫는 키를 지금 쓸 수 없습니다. 잠시 뒤에 다시 시도해 주세요.',
    en: 'Personal data can be neither stored nor read at the moment. Try again shortly.',
  }),
} as const satisfies ProblemKind;
