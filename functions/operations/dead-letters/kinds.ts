import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';

export const deadLetterNotFound = {
  code: 'dead_letter_not_found',
  status: 404,
  title: { ko: '그런 보류 기록이 없습니다', en: 'There is no such dead letter' },
  detail: () => ({
    ko: '닫힌 지 30일이 지나면 지워집니다. GET /v1/operations/dead-letters로 목록을 확인해 주세요.',
    en: 'Thirty days after it was closed it is deleted: GET /v1/operations/dead-letters lists what there is.',
  }),
} as const satisfies ProblemKind;

export const deadLetterClosed = {
  code: 'dead_letter_closed',
  status: 409,
  title: { ko: '이미 닫힌 보류 기록입니다', en: 'The dead letter is closed' },
  detail: ({ state = '' }) => ({
    ko: `이미 처리되었거나 버려졌습니다(상태 ${state}). 닫힌 것은 다시 보내거나 바꿀 수 없습니다.`,
    en: `It has taken effect or was given up (it is ${state}): then it is neither sent again nor changed.`,
  }),
} as const satisfies ProblemKind;

export const streamUnavailable = {
  code: 'stream_unavailable',
  status: 503,
  title: { ko: '스트림에 넣지 못했습니다', en: 'The stream did not take it' },
  detail: () => ({
    ko: '다시 보낸 것으로 표시되었지만 스트림에 들어갔는지 알 수 없습니다. 다시 요청해 주세요. 두 번 들어가도 한 번만 처리됩니다.',
    en: 'It is marked as sent, and may not be in its stream. Ask again: however often it is there, it takes effect once.',
  }),
} as const satisfies ProblemKind;
