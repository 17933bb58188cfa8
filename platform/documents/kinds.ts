import type { ProblemKind } from '../errors/problem-kind.ts';

/** The kinds of problem that operations on documents may answer with. */

export const documentConflict = {
  code: 'document_conflict',
  status: 409,
  title: { ko: '그사이에 문서가 바뀌었습니다', en: 'The document has changed' },
  detail: () => ({
    ko: '문서가 그사이에 바뀌었거나 이미 있습니다. 지금 내용을 다시 읽고 시도해 주세요.',
    en: 'The document has been changed in the meantime, or is already there. Read it again before you try again.',
  }),
} as const satisfies ProblemKind;

export const documentTooLarge = {
  code: 'document_too_large',
  status: 413,
  title: { ko: '문서가 너무 큽니다', en: 'The document is too large' },
  detail: ({ limit = 0, size = 0 }) => ({
    ko: `문서는 ${limit}바이트까지 저장할 수 있습니다. 이 문서는 ${size}바이트입니다.`,
    en: `A document may have at most ${limit} bytes; this one has ${size}.`,
  }),
} as const satisfies ProblemKind;
