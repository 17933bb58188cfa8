import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';

export const chartNotFound = {
  code: 'chart_not_found',
  status: 404,
  title: { ko: '그런 명식이 없습니다', en: 'There is no such chart' },
  detail: () => ({
    ko: '이 사람에게 그런 명식이 없습니다. 생년월일시를 고치면 이전 명식은 지워집니다.',
    en: 'This person has no such chart. When a birth is corrected, charts made from the earlier one are deleted.',
  }),
} as const satisfies ProblemKind;

export const tooManyCharts = {
  code: 'too_many_charts',
  status: 409,
  title: { ko: '더 저장할 수 없습니다', en: 'No more charts can be stored' },
  detail: ({ most = 0 }) => ({
    ko: `한 사람의 명식은 ${most}개까지 저장할 수 있습니다.`,
    en: `Up to ${most} charts of a person can be stored.`,
  }),
} as const satisfies ProblemKind;

export const personChanged = {
  code: 'person_changed',
  status: 409,
  title: { ko: '그사이에 생년월일시가 바뀌었습니다', en: 'The birth has changed in the meantime' },
  detail: () => ({
    ko: '명식을 계산하는 동안 이 사람의 정보가 바뀌어 저장하지 않았습니다. 다시 시도해 주세요.',
    en: 'The person was corrected while the chart was calculated, so it was not stored. Try again.',
  }),
} as const satisfies ProblemKind;
