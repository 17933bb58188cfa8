import type { ProblemKind } from '../../../../platform/errors/problem-kind.ts';

export const interpretationNotFound = {
  code: 'interpretation_not_found',
  status: 404,
  title: { ko: '그런 풀이가 없습니다', en: 'There is no such interpretation' },
  detail: () => ({
    ko: '이 명식에 그런 풀이가 없습니다. 먼저 풀이를 만들어 주세요.',
    en: 'This chart has no such interpretation. Make it first.',
  }),
} as const satisfies ProblemKind;

export const interpretationExists = {
  code: 'interpretation_exists',
  status: 409,
  title: { ko: '이미 풀이가 있습니다', en: 'There is one already' },
  detail: () => ({
    ko: '이 명식에 같은 종류의 풀이가 이미 있습니다. GET으로 볼 수 있습니다.',
    en: 'The chart has an interpretation of this type already: GET it.',
  }),
} as const satisfies ProblemKind;

export const chartOutdated = {
  code: 'chart_outdated',
  status: 409,
  title: { ko: '이전 판의 명식입니다', en: 'The chart is of an earlier version' },
  detail: () => ({
    ko: '계산 규칙이 바뀌기 전에 만든 명식은 새로 풀이할 수 없습니다. 명식을 새로 저장한 뒤 풀이해 주세요.',
    en: 'A chart of an earlier version of the rules cannot be interpreted by this one. Store a new chart first.',
  }),
} as const satisfies ProblemKind;

export const alreadyReviewed = {
  code: 'already_reviewed',
  status: 409,
  title: { ko: '이미 감수가 끝났습니다', en: 'It has been reviewed' },
  detail: () => ({
    ko: '전문가의 감수가 이미 끝난 풀이입니다.',
    en: 'An expert has reviewed this interpretation already.',
  }),
} as const satisfies ProblemKind;
