import { LUCK_SCALES, type LuckScale } from '@heal7/saju-engine';
import * as z from 'zod';
import { operation } from '../../../platform/http/operation.ts';
import { birthResolves, personFields } from '../../../platform/vocabulary/birth.ts';
import { birthErrors } from '../../../platform/vocabulary/birth-errors.ts';
import { dateInput, dateOutput, instantOutput } from '../../../platform/vocabulary/dates.ts';
import { invalidSpan, spanInOrder, spanTooLong, spanWithin } from '../../../platform/vocabulary/span.ts';
import { termSchema } from '../../../platform/vocabulary/terms.ts';
import { luckCycleSchema, luckPillarFields, pillarSchema } from '../pillar.ts';

/** Days of luck are told for a year at most, months for ten years, years and decades for 150 years. */
function mostDays(scales: readonly LuckScale[]): number {
  return scales.includes('ilun') ? 366 : scales.includes('wolun') ? 3653 : 54_787;
}

const span = z
  .strictObject({
    ...personFields,
    from: dateInput.meta({ description: 'Not before the birth.' }),
    to: dateInput.meta({ description: 'Included.' }),
    scales: z
      .array(z.enum(LUCK_SCALES))
      .min(1)
      .max(LUCK_SCALES.length)
      .default([...LUCK_SCALES])
      .meta({ description: 'Any of 대운, 세운, 월운, 일운. 월운 for 10 years at most, 일운 for 366 days.' }),
  })
  .check(
    birthResolves,
    spanInOrder,
    spanWithin(({ scales }) => mostDays(scales), ['scales']),
  )
  .meta({ id: 'LuckRequest' });

const underDaeun = {
  ...luckPillarFields,
  daeunOrder: z.int().meta({ description: 'The 대운 that runs at its start; relations are also to it.' }),
};

const startsAt = instantOutput
  .nullable()
  .meta({ description: 'Null beyond the years whose terms are tabulated (2101).' });

export const createLuck = operation({
  id: 'createLuck',
  method: 'POST',
  path: '/v1/saju/luck',
  tag: 'saju',
  summary: { ko: '기간의 운(대운·세운·월운·일운)을 계산합니다', en: 'Calculate the luck of a span of time' },
  description:
    '대운, 세운, 월운 and 일운 that touch the span, each read against the chart: ten gods, stages, 12신살, 공망, 삼재, relations to its pillars and to the running 대운.',
  auth: 'none',
  apiKeys: true,
  request: { body: span },
  response: {
    status: 200,
    description: 'The luck of the span.',
    body: z
      .strictObject({
        engineVersion: z.string(),
        from: dateOutput,
        to: dateOutput,
        dayPillar: pillarSchema,
        daeun: z.array(
          luckCycleSchema
            .extend({
              ...luckPillarFields,
              order: z.int().meta({ description: '0 is the month pillar, which rules before the first 대운.' }),
              endsOn: dateOutput.meta({ description: 'Its last day.' }),
            })
            .meta({ id: 'LuckCycleInSpan' }),
        ),
        seun: z.array(
          z
            .strictObject({
              ...underDaeun,
              year: z.int(),
              koreanAge: z.int().meta({ description: '세는나이 in that calendar year; at least 1.' }),
              samjae: termSchema.nullable().meta({ description: '삼재 of the year of birth: 들, 눌 or 날.' }),
              startsAt,
            })
            .meta({ id: 'YearLuck', description: '세운, from 입춘.' }),
        ),
        wolun: z.array(
          z
            .strictObject({ ...underDaeun, term: termSchema, startsAt })
            .meta({ id: 'MonthLuck', description: '월운, from its 절.' }),
        ),
        ilun: z.array(
          z.strictObject({ ...underDaeun, date: dateOutput }).meta({ id: 'DayLuck', description: '일운.' }),
        ),
      })
      .meta({ id: 'Luck' }),
    freshness: 'deterministic',
  },
  errors: [...birthErrors, invalidSpan, spanTooLong, 'span_before_birth'],
  examples: {
    requests: {
      month: {
        summary: 'A month of a life',
        value: { birth: { date: '1990-05-15', time: '14:30' }, sex: 'female', from: '2026-11-01', to: '2026-11-30' },
      },
      decades: {
        summary: 'Years and decades',
        value: {
          birth: { date: '1990-05-15', time: '14:30' },
          sex: 'female',
          from: '2020-01-01',
          to: '2040-12-31',
          scales: ['daeun', 'seun'],
        },
      },
    },
  },
});
