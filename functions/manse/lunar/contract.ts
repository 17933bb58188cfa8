import * as z from 'zod';
import { operation } from '../../../platform/http/operation.ts';
import { booleanParameter, integerParameter } from '../../../platform/http/parameters.ts';
import { placeErrors } from '../../../platform/places/place-input.ts';
import { placeParameters, understoodPlace } from '../../../platform/vocabulary/place.ts';
import { manseDaySchema } from '../day.ts';

export const getLunarDay = operation({
  id: 'getLunarDay',
  method: 'GET',
  path: '/v1/manse/lunar/{year}/{month}/{day}',
  tag: 'manse',
  summary: { ko: '음력 날짜의 하루를 봅니다', en: 'The day of a lunar date' },
  description: 'The day of the calendar that a lunar date is, lunar 1899-12-01 to the end of lunar 2100.',
  auth: 'none',
  request: {
    params: z.strictObject({
      year: integerParameter({ minimum: 1899, maximum: 2100 }),
      month: integerParameter({ minimum: 1, maximum: 12 }),
      day: integerParameter({ minimum: 1, maximum: 30 }),
    }),
    query: z
      .strictObject({
        leap: booleanParameter().optional().meta({ description: 'In the leap month (윤달) of that number.' }),
        ...placeParameters,
      })
      .check(...understoodPlace),
  },
  response: { status: 200, description: 'The day.', body: manseDaySchema, freshness: 'deterministic' },
  errors: ['invalid_lunar_date', 'date_out_of_range', ...placeErrors],
});
