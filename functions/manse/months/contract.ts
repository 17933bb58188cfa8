import * as z from 'zod';
import { operation } from '../../../platform/http/operation.ts';
import { placeErrors } from '../../../platform/places/place-input.ts';
import { placeParameters, understoodPlace } from '../../../platform/vocabulary/place.ts';
import { manseDaySchema } from '../day.ts';

export const getMonth = operation({
  id: 'getManseMonth',
  method: 'GET',
  path: '/v1/manse/months/{month}',
  tag: 'manse',
  summary: { ko: '만세력의 한 달을 봅니다', en: 'A month of the calendar' },
  description: 'The days of a solar month (of January 2101 those to the 28th).',
  auth: 'none',
  request: {
    params: z.strictObject({
      month: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'invalid_month' })
        .meta({ description: 'YYYY-MM.', examples: ['2026-11'] }),
    }),
    query: z.strictObject(placeParameters).check(...understoodPlace),
  },
  response: {
    status: 200,
    description: 'The days in order.',
    body: z.strictObject({ month: z.string(), days: z.array(manseDaySchema) }).meta({ id: 'ManseMonth' }),
    freshness: 'deterministic',
  },
  errors: ['invalid_month', 'date_out_of_range', ...placeErrors],
});
