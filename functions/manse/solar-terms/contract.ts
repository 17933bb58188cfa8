import { FIRST_TERM_YEAR, LAST_TERM_YEAR } from '@heal7/saju-engine';
import * as z from 'zod';
import { operation } from '../../../platform/http/operation.ts';
import { integerParameter } from '../../../platform/http/parameters.ts';
import { solarTermSchema } from '../day.ts';

export const getSolarTerms = operation({
  id: 'getSolarTerms',
  method: 'GET',
  path: '/v1/manse/solar-terms/{year}',
  tag: 'manse',
  summary: { ko: '한 해의 24절기를 봅니다', en: 'The 24 solar terms of a year' },
  description: `To the second, ${FIRST_TERM_YEAR} to ${LAST_TERM_YEAR}.`,
  auth: 'none',
  request: {
    params: z.strictObject({ year: integerParameter({ minimum: FIRST_TERM_YEAR, maximum: LAST_TERM_YEAR }) }),
  },
  response: {
    status: 200,
    description: 'The terms in order, 소한 first.',
    body: z.strictObject({ year: z.int(), terms: z.array(solarTermSchema).length(24) }).meta({ id: 'SolarTerms' }),
    freshness: 'deterministic',
  },
  errors: ['too_small', 'too_big'],
});
