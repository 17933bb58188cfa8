import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';

export const locationConsentNeeded = {
  code: 'location_consent_needed',
  status: 403,
  title: { ko: '위치정보 이용에 동의하지 않았습니다', en: 'There is no consent to the use of the location' },
  detail: () => ({
    ko: '방문은 이용자가 동의한 때에만 기록합니다. GET /v1/consents의 location 동의문을 보여 주고, 동의하면 PUT /v1/me/consents/location을 보낸 뒤 다시 시도해 주세요.',
    en: 'Visits are recorded of users who agree to it. Show them the text `location` of GET /v1/consents; if they agree, PUT /v1/me/consents/location and try again.',
  }),
} as const satisfies ProblemKind;

export const locationNotFound = {
  code: 'location_not_found',
  status: 404,
  title: { ko: '그런 장소가 없습니다', en: 'There is no such location' },
  detail: () => ({
    ko: '사용 중인 기기가 있는 장소에만 체크인할 수 있습니다. 장소의 식별자를 확인해 주세요.',
    en: 'A location is one where a device is in use. Check its id.',
  }),
} as const satisfies ProblemKind;

export const visitNotFound = {
  code: 'visit_not_found',
  status: 404,
  title: { ko: '그런 방문이 없습니다', en: 'There is no such visit' },
  detail: () => ({
    ko: '이 계정에 그런 방문이 없습니다. GET /v1/me/visits로 목록을 확인해 주세요.',
    en: 'This account has no such visit: GET /v1/me/visits lists those it has.',
  }),
} as const satisfies ProblemKind;

export const visitOpen = {
  code: 'visit_open',
  status: 409,
  title: { ko: '아직 체크아웃하지 않은 방문이 있습니다', en: 'A visit is still open' },
  detail: ({ visitId = '', locationId = '' }) => ({
    ko: `${locationId}에서 먼저 체크아웃해 주세요: POST /v1/me/visits/${visitId}/check-out`,
    en: `Check out of ${locationId} first: POST /v1/me/visits/${visitId}/check-out`,
  }),
} as const satisfies ProblemKind;

export const visitForgotten = {
  code: 'visit_forgotten',
  status: 409,
  title: { ko: '체크아웃하지 않아 자동으로 끝난 방문입니다', en: 'The visit was ended without a check-out' },
  detail: ({ hours = 0 }) => ({
    ko: `${hours}시간 안에 체크아웃하지 않은 방문은 자동으로 끝나며, 나중에 바꿀 수 없습니다.`,
    en: `A visit without a check-out for ${hours} hours is ended by itself, and is not changed later.`,
  }),
} as const satisfies ProblemKind;
