import * as z from 'zod';
import type { ProblemKind } from '../../../../platform/errors/problem-kind.ts';
import { operation } from '../../../../platform/http/operation.ts';
import { instantOutput } from '../../../../platform/vocabulary/dates.ts';

export const suspendedByOperator = {
  code: 'suspended_by_operator',
  status: 409,
  title: { ko: '운영자가 정지한 계정입니다', en: 'The account was suspended by an operator' },
  detail: () => ({
    ko: '직접 정지한 계정이 아니라서 여기서 다시 시작할 수 없습니다. 고객센터에 문의해 주세요.',
    en: 'It was not you who suspended it, so it does not resume here. Ask our support.',
  }),
} as const satisfies ProblemKind;

const suspensionSchema = z
  .strictObject({ suspended: z.boolean(), since: instantOutput.nullable() })
  .meta({ id: 'Suspension' });

const common = { tag: 'me', auth: 'user', recheck: true, path: '/v1/me/suspension', request: {} } as const;
const response = { status: 200, description: 'How it is now.', body: suspensionSchema, freshness: 'none' } as const;

export const getSuspension = operation({
  ...common,
  id: 'getSuspension',
  method: 'GET',
  summary: { ko: '처리가 정지되어 있는지 봅니다', en: 'See whether processing is suspended' },
  response,
  errors: [],
});

export const suspendProcessing = operation({
  ...common,
  id: 'suspendProcessing',
  method: 'PUT',
  summary: { ko: '개인정보 처리를 정지합니다', en: 'Suspend the processing of your data' },
  description:
    'Your data stays where it is and nothing is made of it: no charts, interpretations, recommendations or statistics. You ' +
    'can still read, correct, export and erase it, and withdraw consents.',
  response,
  errors: [],
});

export const resumeProcessing = operation({
  ...common,
  id: 'resumeProcessing',
  method: 'DELETE',
  summary: { ko: '개인정보 처리를 다시 시작합니다', en: 'Resume the processing of your data' },
  response,
  errors: [suspendedByOperator],
});
