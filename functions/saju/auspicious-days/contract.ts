import { DIRECTIONS, OCCASIONS } from '@heal7/saju-engine';
import * as z from 'zod';
import { operation } from '../../../platform/http/operation.ts';
import { personInput } from '../../../platform/vocabulary/birth.ts';
import { birthErrors } from '../../../platform/vocabulary/birth-errors.ts';
import { dateInput, dateOutput } from '../../../platform/vocabulary/dates.ts';
import { invalidSpan, spanInOrder, spanTooLong, spanWithin } from '../../../platform/vocabulary/span.ts';
import {
  branchSchema,
  elementSchema,
  gapjaSchema,
  lunarDateSchema,
  termFields,
  termSchema,
} from '../../../platform/vocabulary/terms.ts';
import { reasonSchema } from '../reading.ts';

const MOST_DAYS = 366;

const codes = <Code extends string>(terms: readonly { readonly code: Code }[]): [Code, ...Code[]] =>
  terms.map(({ code }) => code) as [Code, ...Code[]];

const choice = z
  .strictObject({
    occasion: z
      .enum(codes(OCCASIONS))
      .meta({ description: '혼인, 이사, 개업·계약, 여행, 수술·치료, 제사·고사.', examples: ['moving'] }),
    from: dateInput.meta({ description: 'Not before the birth of any of the people.' }),
    to: dateInput.meta({ description: `Included; ${MOST_DAYS} days at most.` }),
    people: z
      .array(personInput)
      .max(2)
      .default([])
      .meta({ description: 'Whose charts the days must suit: one, two, or none for the almanac alone.' }),
    age: z
      .enum(['korean', 'international'])
      .optional()
      .meta({ description: 'The age of 생기복덕: 세는나이 (default) or 만 나이.' }),
    direction: z
      .enum(codes(DIRECTIONS))
      .optional()
      .meta({ description: 'Where a move goes: 대장군방 and 삼살방 exclude it, 손 counts against it.' }),
    limit: z.int().min(1).max(MOST_DAYS).default(10).meta({ description: 'Days wanted, best first.' }),
    excluded: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether to list the days that may not be chosen, and why.' }),
  })
  .check(
    spanInOrder,
    spanWithin(() => MOST_DAYS),
  )
  .meta({ id: 'AuspiciousDaysRequest' });

const daySignSchema = z.strictObject({ ...termFields, isGood: z.boolean() });

/** What the almanac says of a date, whoever asks. */
const almanacFields = {
  solarDate: dateOutput,
  lunarDate: lunarDateSchema,
  pillars: z
    .strictObject({ year: gapjaSchema, month: gapjaSchema, day: gapjaSchema })
    .meta({ description: 'The whole date of a 절 belongs to the month that it begins.' }),
  officer: termSchema.meta({ description: '건제 12신.' }),
  path: z.strictObject({ ...termFields, isYellow: z.boolean() }).meta({ description: '황도·흑도 12신.' }),
  mansion: z
    .strictObject({ ...termFields, index: z.int().min(0).max(27), isAuspicious: z.boolean() })
    .meta({ description: '28수; 0 is 각(角).' }),
  son: z
    .strictObject({ isFree: z.boolean(), direction: termSchema.nullable() })
    .meta({ description: '손없는날, or where 손 is.' }),
  judang: z.strictObject({ marriage: daySignSchema, moving: daySignSchema }).meta({ description: '주당.' }),
  directions: z
    .strictObject({ daejanggun: termSchema, samsal: termSchema })
    .meta({ description: '대장군방 and 삼살방 of the year.' }),
  stars: z.array(z.strictObject({ ...termFields, isAuspicious: z.boolean(), source: z.string() })),
  uncertain: z.literal(true).optional(),
  fortunes: z
    .record(z.string(), termSchema)
    .meta({ description: '생기복덕 of each of the people, by `a` and `b`; none before the first birthday.' }),
};

const judgement = reasonSchema.extend({ points: z.int() }).meta({ id: 'DayJudgement' });

const daySchema = z
  .strictObject({
    ...almanacFields,
    score: z.int().min(0).max(100).meta({ description: '50, the points of all judgements, and the cap.' }),
    wants: z.array(judgement),
    blemishes: z.array(judgement),
    cap: z.int().meta({ description: 'What the limits of the score take off or give back.' }),
  })
  .meta({ id: 'AuspiciousDay', description: 'Facts’ paths are of this object, and of the answer for `people`.' });

const excludedDaySchema = z
  .strictObject({ ...almanacFields, reasons: z.array(reasonSchema) })
  .meta({ id: 'ExcludedDay' });

const person = { birth: { date: '1990-05-15', time: '14:30' }, sex: 'female' };

export const createAuspiciousDays = operation({
  id: 'createAuspiciousDays',
  method: 'POST',
  path: '/v1/saju/auspicious-days',
  tag: 'saju',
  summary: { ko: '좋은 날을 고릅니다 (택일)', en: 'Choose days that suit an occasion' },
  description:
    'The days of a span that suit an occasion and everyone concerned, best first, each with its almanac (손없는날, 황도, 건제 ' +
    '12신, 28수, …) and with what speaks for it and against it; on request those excluded, with every reason.',
  auth: 'none',
  apiKeys: true,
  request: { body: choice },
  response: {
    status: 200,
    description: 'The days.',
    body: z
      .strictObject({
        engineVersion: z.string(),
        occasion: z.enum(codes(OCCASIONS)),
        from: dateOutput,
        to: dateOutput,
        options: z.strictObject({
          age: z.enum(['korean', 'international']),
          direction: z.enum(codes(DIRECTIONS)).nullable(),
        }),
        people: z.array(
          z
            .strictObject({
              code: z.string().meta({ description: '`a` or `b`: what paths of facts name the person by.' }),
              sex: z.enum(['female', 'male']),
              solarDate: dateOutput,
              pillars: z.strictObject({ year: gapjaSchema, day: gapjaSchema }),
              voidBranches: z.array(branchSchema).length(2),
              usefulGod: elementSchema,
            })
            .meta({ id: 'DayPerson', description: 'What of a chart bears on choosing a day.' }),
        ),
        found: z.int().meta({ description: 'Days of the span that may be chosen; the first `limit` are listed.' }),
        days: z.array(daySchema),
        excluded: z.array(excludedDaySchema).nullable().meta({ description: 'By date; null unless asked for.' }),
      })
      .meta({ id: 'AuspiciousDays' }),
    freshness: 'deterministic',
  },
  errors: [...birthErrors, invalidSpan, spanTooLong, 'span_before_birth'],
  examples: {
    requests: {
      moving: {
        summary: '12월의 이사 (a move in December)',
        value: { occasion: 'moving', from: '2026-12-01', to: '2026-12-31', people: [person], direction: 'east' },
      },
      marriage: {
        summary: 'A marriage of two, with the days excluded',
        value: {
          occasion: 'marriage',
          from: '2027-04-01',
          to: '2027-05-31',
          people: [person, { birth: { date: '1988-11-02', time: '08:10' }, sex: 'male' }],
          excluded: true,
        },
      },
    },
  },
});
