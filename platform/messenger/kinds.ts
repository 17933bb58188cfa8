import type { ProblemKind } from '../errors/problem-kind.ts';

export const messageNotSent = {
  code: 'message_not_sent',
  status: 503,
  title: { ko: '메시지를 보내지 못했습니다', en: 'The message could not be sent' },
  detail: () => ({
    ko: '지금은 메시지를 보낼 수 없습니다. 잠시 뒤에 다시 시도해 주세요.',
    en: 'No message can be sent at the moment. Try again in a while.',
  }),
} as const satisfies ProblemKind;
