import * as z from 'zod';
import { accountErased, keysUnavailable } from '../../../../platform/encryption/kinds.ts';
import type { ProblemKind } from '../../../../platform/errors/problem-kind.ts';
import { operation } from '../../../../platform/http/operation.ts';
import { instantOutput } from '../../../../platform/vocabulary/dates.ts';
import { exportDocument } from './document.ts';

export const exportNotFound = {
  code: 'export_not_found',
  status: 404,
  title: { ko: '그런 내보내기가 없습니다', en: 'There is no such export' },
  detail: () => ({
    ko: '이 계정에 그런 내보내기가 없거나 7일이 지나 지워졌습니다. 다시 요청해 주세요.',
    en: 'This account has no such export, or its seven days are over. Ask for another.',
  }),
} as const satisfies ProblemKind;

export const tooManyExports = {
  code: 'too_many_exports',
  status: 409,
  title: { ko: '내보내기가 너무 많습니다', en: 'There are too many exports' },
  detail: ({ most = 0 }) => ({
    ko: `내보내기는 ${most}개까지 두고, 7일 뒤에 지워집니다. 있는 것을 받아 주세요.`,
    en: `Up to ${most} exports are kept, for seven days each. Take one of those there are.`,
  }),
} as const satisfies ProblemKind;

const exportFields = {
  id: z.uuid(),
  status: z.enum(['requested', 'ready', 'failed']).meta({
    description: '`failed` after five attempts: we have been told, and another may be asked for.',
  }),
  requestedAt: instantOutput,
  completedAt: instantOutput.nullable(),
  expiresAt: instantOutput.meta({ description: 'From then on it is gone.' }),
};

const exportSchema = z.strictObject(exportFields).meta({ id: 'Export' });

const common = { tag: 'me', auth: 'user', recheck: true } as const;

export const createExport = operation({
  ...common,
  id: 'createExport',
  method: 'POST',
  path: '/v1/me/exports',
  summary: { ko: '내 모든 정보를 내보내기로 요청합니다', en: 'Ask for a copy of everything of yours' },
  description: 'Made within a minute or two. While one is being made, asking again gives that one.',
  request: {},
  response: { status: 202, description: 'The export that is being made.', body: exportSchema, freshness: 'none' },
  errors: [tooManyExports],
});

export const listExports = operation({
  ...common,
  id: 'listExports',
  method: 'GET',
  path: '/v1/me/exports',
  summary: { ko: '내보내기 목록을 봅니다', en: 'List your exports' },
  request: {},
  response: {
    status: 200,
    description: 'The latest first.',
    body: z.strictObject({ exports: z.array(exportSchema) }),
    freshness: 'none',
  },
  errors: [],
});

export const getExport = operation({
  ...common,
  id: 'getExport',
  method: 'GET',
  path: '/v1/me/exports/{exportId}',
  summary: { ko: '내보내기를 받습니다', en: 'Get an export' },
  request: { params: z.strictObject({ exportId: z.uuid() }) },
  response: {
    status: 200,
    description: 'Its state and, when it is ready, everything.',
    body: z.strictObject({ ...exportFields, content: exportDocument.nullable() }).meta({ id: 'ExportWithContent' }),
    freshness: 'none',
  },
  errors: [exportNotFound, accountErased, keysUnavailable],
});
