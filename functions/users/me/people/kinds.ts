import type { ProblemKind } from '../../../../platform/errors/problem-kind.ts';

export const selfExists = {
  code: 'self_exists',
  status: 409,
  title: { ko: '본인은 한 명뿐입니다', en: 'Only one person is yourself' },
  detail: () => ({
    ko: '본인(self)이 이미 있습니다. 그 사람의 정보를 고치거나 다른 관계로 보내 주세요.',
    en: 'There is a person with relation self already. Correct that one, or send another relation.',
  }),
} as const satisfies ProblemKind;

export const tooManyPeople = {
  code: 'too_many_people',
  status: 409,
  title: { ko: '더 추가할 수 없습니다', en: 'No more people can be added' },
  detail: ({ most = 0 }) => ({
    ko: `한 계정에 ${most}명까지 둘 수 있습니다.`,
    en: `An account may have up to ${most} people.`,
  }),
} as const satisfies ProblemKind;
