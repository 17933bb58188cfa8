import type { ProblemKind } from '../errors/problem-kind.ts';

export const historyUnavailable = {
  code: 'history_unavailable',
  status: 503,
  title: { ko: '측정 이력을 지금 읽을 수 없습니다', en: 'The history of readings cannot be read now' },
  detail: () => ({
    ko: '원본 측정값을 보관하는 곳이 답하지 않습니다. 잠시 뒤에 다시 시도해 주세요. 1분과 1시간 집계(resolution=1m, 1h)는 지금도 볼 수 있습니다.',
    en: 'What keeps raw readings does not answer. Try again shortly; aggregates of minutes and hours (resolution=1m, 1h) can be read meanwhile.',
  }),
} as const satisfies ProblemKind;
