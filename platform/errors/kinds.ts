import type { ProblemKind } from './problem-kind.ts';

/** The kinds of problem any operation may answer with. */

export const invalidRequest = {
  code: 'invalid_request',
  status: 400,
  title: { ko: '요청 값이 올바르지 않습니다', en: 'The request is not valid' },
  detail: ({ count = 1, shown = count }) => ({
    ko: `고쳐야 할 값이 ${count}개 있습니다. errors에서 ${shown === count ? '' : `처음 ${shown}개의 `}위치와 까닭을 확인해 주세요.`,
    en: `${count === 1 ? 'One value has' : `${count} values have`} to be corrected: see errors${shown === count ? '' : ` for the first ${shown}`}.`,
  }),
} as const satisfies ProblemKind;

export const malformedJson = {
  code: 'malformed_json',
  status: 400,
  title: { ko: 'JSON 형식이 아닙니다', en: 'The body is not JSON' },
  detail: ({ position }) =>
    position === undefined
      ? {
          ko: '본문을 JSON으로 읽을 수 없습니다. UTF-8로 쓴 올바른 JSON을 보내 주세요.',
          en: 'The body cannot be read as JSON. Send valid JSON in UTF-8.',
        }
      : {
          ko: `본문을 JSON으로 읽을 수 없습니다. ${position}번째 글자(0부터 셈)를 확인해 주세요.`,
          en: `The body cannot be read as JSON: look at character ${position} (counted from 0).`,
        },
} as const satisfies ProblemKind;

export const payloadTooLarge = {
  code: 'payload_too_large',
  status: 413,
  title: { ko: '본문이 너무 큽니다', en: 'The body is too large' },
  detail: ({ limit = 0 }) => ({
    ko: `본문은 ${limit}바이트까지 받습니다.`,
    en: `A body may have at most ${limit} bytes.`,
  }),
} as const satisfies ProblemKind;

export const unsupportedMediaType = {
  code: 'unsupported_media_type',
  status: 415,
  title: { ko: '받지 않는 본문 형식입니다', en: 'The body has a type this operation does not take' },
  detail: ({ contentEncoding }) =>
    contentEncoding === undefined
      ? {
          ko: 'Content-Type: application/json(UTF-8)으로 보내 주세요.',
          en: 'Send it with Content-Type: application/json (UTF-8).',
        }
      : {
          ko: '압축하지 말고 Content-Encoding 없이 보내 주세요.',
          en: 'Send it as it is: not compressed, and without Content-Encoding.',
        },
} as const satisfies ProblemKind;

export const unauthenticated = {
  code: 'unauthenticated',
  status: 401,
  title: { ko: '로그인이 필요합니다', en: 'Authentication is needed' },
  detail: () => ({
    ko: '유효한 액세스 토큰을 Authorization: Bearer로(API 키를 받는 주소라면 X-API-Key로) 보내 주세요. 토큰이 만료되었으면 새로 받아 주세요.',
    en: 'Send a valid access token as Authorization: Bearer (or, where API keys are taken, one as X-API-Key). Refresh a token that has expired.',
  }),
} as const satisfies ProblemKind;

export const forbidden = {
  code: 'forbidden',
  status: 403,
  title: { ko: '권한이 없습니다', en: 'You may not do this' },
  detail: () => ({
    ko: '이 계정에는 이 일을 할 권한이 없습니다.',
    en: 'This account does not have the role that this takes.',
  }),
} as const satisfies ProblemKind;

export const rateLimited = {
  code: 'rate_limited',
  status: 429,
  title: { ko: '요청이 너무 많습니다', en: 'Too many requests' },
  detail: ({ retryAfterSeconds = 0 }) => ({
    ko: `허용된 횟수를 넘었습니다. ${retryAfterSeconds}초 뒤에 다시 시도해 주세요.`,
    en: `This is more than is allowed. Try again in ${retryAfterSeconds} s.`,
  }),
} as const satisfies ProblemKind;

export const busy = {
  code: 'busy',
  status: 503,
  title: { ko: '지금은 요청이 몰려 있습니다', en: 'Too busy at the moment' },
  detail: () => ({
    ko: '아무것도 하지 않았습니다. 잠시 뒤에 다시 시도해 주세요.',
    en: 'Nothing was done. Try again in a moment.',
  }),
} as const satisfies ProblemKind;

export const routeNotFound = {
  code: 'route_not_found',
  status: 404,
  title: { ko: '없는 주소입니다', en: 'There is nothing at this address' },
  detail: () => ({
    ko: '주소를 확인해 주세요. 쓸 수 있는 주소는 /docs에 있습니다.',
    en: 'Check the address: /docs lists those there are.',
  }),
} as const satisfies ProblemKind;

export const methodNotAllowed = {
  code: 'method_not_allowed',
  status: 405,
  title: { ko: '이 주소에 쓸 수 없는 메서드입니다', en: 'This address does not take that method' },
  detail: ({ allowed = '' }) => ({
    ko: `이 주소에는 ${allowed} 메서드를 쓸 수 있습니다.`,
    en: `This address takes ${allowed}.`,
  }),
} as const satisfies ProblemKind;

export const internalError = {
  code: 'internal_error',
  status: 500,
  title: { ko: '서버 오류', en: 'Internal error' },
  detail: () => ({
    ko: '저희 쪽 오류입니다. 다시 시도해 주세요. 계속되면 requestId를 알려 주세요.',
    en: 'The fault is ours. Try again; if it goes on, tell us the requestId.',
  }),
} as const satisfies ProblemKind;

export const notReady = {
  code: 'not_ready',
  status: 503,
  title: { ko: '아직 준비되지 않았습니다', en: 'Not ready' },
  detail: ({ failing = '' }) => ({
    ko: `다음 점검이 실패했습니다: ${failing}.`,
    en: `These checks fail: ${failing}.`,
  }),
} as const satisfies ProblemKind;

export const timedOut = {
  code: 'timed_out',
  status: 503,
  title: { ko: '제시간에 답하지 못했습니다', en: 'The answer took too long' },
  detail: () => ({
    ko: '제시간에 처리하지 못했습니다. 잠시 뒤에 다시 시도해 주세요.',
    en: 'The request could not be answered in time. Try again in a moment.',
  }),
} as const satisfies ProblemKind;

export const idempotencyInProgress = {
  code: 'idempotency_in_progress',
  status: 409,
  title: { ko: '같은 키의 요청을 처리하고 있습니다', en: 'A request with this key is in progress' },
  detail: () => ({
    ko: '같은 Idempotency-Key로 보낸 요청이 아직 끝나지 않았습니다. 잠시 뒤에 그대로 다시 보내 주세요.',
    en: 'An earlier request with the same Idempotency-Key has not ended yet. Send it again as it is in a moment.',
  }),
} as const satisfies ProblemKind;

export const idempotencyKeyReused = {
  code: 'idempotency_key_reused',
  status: 422,
  title: { ko: '이미 다른 요청에 쓰인 키입니다', en: 'The key was used for another request' },
  detail: () => ({
    ko: '이 Idempotency-Key는 내용이 다른 요청에 쓰였습니다. 새 요청에는 새 키를 보내 주세요.',
    en: 'This Idempotency-Key came with another request before. Send a new request with a new key.',
  }),
} as const satisfies ProblemKind;

export const streamConflict = {
  code: 'stream_conflict',
  status: 409,
  title: { ko: '그사이에 바뀌었습니다', en: 'It has changed in the meantime' },
  detail: ({ expected, actual }) => ({
    ko: `다른 요청이 먼저 바꾸었습니다${actual === undefined ? '' : `(예상한 버전 ${expected}, 지금 버전 ${actual})`}. 지금 상태를 읽고 다시 시도해 주세요.`,
    en: `Another request changed it first${actual === undefined ? '' : ` (expected version ${expected}, it has ${actual})`}. Read it again and retry.`,
  }),
} as const satisfies ProblemKind;

export const databaseUnavailable = {
  code: 'database_unavailable',
  status: 503,
  title: { ko: '데이터베이스에 연결할 수 없습니다', en: 'The database cannot be reached' },
  detail: () => ({
    ko: '아무것도 저장되지 않았습니다. 잠시 뒤에 다시 시도해 주세요.',
    en: 'Nothing was stored. Try again in a moment.',
  }),
} as const satisfies ProblemKind;

export const databaseFull = {
  code: 'database_full',
  status: 503,
  title: { ko: '데이터베이스에 공간이 없습니다', en: 'The database has no room' },
  detail: () => ({
    ko: '아무것도 저장되지 않았습니다. 공간을 늘려야 하므로 시간이 걸릴 수 있습니다. 나중에 다시 시도해 주세요.',
    en: 'Nothing was stored. Room has to be made first, which may take a while: try again later.',
  }),
} as const satisfies ProblemKind;

export const outcomeUnknown = {
  code: 'outcome_unknown',
  status: 503,
  title: { ko: '저장되었는지 알 수 없습니다', en: 'It is not known whether this was stored' },
  detail: () => ({
    ko: '저장하는 순간 데이터베이스와 연결이 끊어졌습니다. 같은 Idempotency-Key로 다시 보내거나, 저장되었는지 먼저 확인해 주세요.',
    en: 'The database was lost just as it stored this. Send it again with the same Idempotency-Key, or look first whether it is there.',
  }),
} as const satisfies ProblemKind;

/** Every kind of the platform, for the reference pages. */
export const platformKinds: readonly ProblemKind[] = [
  invalidRequest,
  malformedJson,
  payloadTooLarge,
  unsupportedMediaType,
  unauthenticated,
  forbidden,
  rateLimited,
  busy,
  routeNotFound,
  methodNotAllowed,
  internalError,
  notReady,
  timedOut,
  idempotencyInProgress,
  idempotencyKeyReused,
  streamConflict,
  databaseUnavailable,
  databaseFull,
  outcomeUnknown,
];
