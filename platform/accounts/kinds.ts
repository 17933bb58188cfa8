import type { ProblemKind } from '../errors/problem-kind.ts';

export const accountSuspended = {
  code: 'account_suspended',
  status: 403,
  title: { ko: '처리가 정지된 계정입니다', en: 'The account is suspended' },
  detail: () => ({
    ko: '개인정보 처리가 정지되어 있습니다. 열람·정정·내보내기·동의 철회·삭제는 할 수 있습니다. 다시 시작하려면 DELETE /v1/me/suspension을 보내 주세요.',
    en: 'Its data is not processed: you may read, correct, export and erase it and withdraw consents. To go on, DELETE /v1/me/suspension.',
  }),
} as const satisfies ProblemKind;
