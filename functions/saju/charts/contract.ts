import * as z from 'zod';
import { problemSchema } from '../../../platform/errors/problem.ts';
import { listParameter } from '../../../platform/http/list-parameter.ts';
import { operation } from '../../../platform/http/operation.ts';
import { dateOutput, instantOutput, wallTimeOutput } from '../../../platform/vocabulary/dates.ts';
import { placeOutput } from '../../../platform/vocabulary/place.ts';
import {
  branchSchema,
  gapjaSchema,
  hiddenStemSchema,
  lunarDateSchema,
  pairSchema,
  termSchema,
} from '../../../platform/vocabulary/terms.ts';
import { optionsInput, personInput } from '../birth.ts';
import { birthErrors } from '../errors.ts';
import { luckCycleSchema, pillarSchema } from '../pillar.ts';
import { readingFields } from '../reading.ts';
import { birthExample } from './examples.ts';

const correctionsSchema = z
  .strictObject({
    timeZone: z.string(),
    clockTime: wallTimeOutput.meta({ description: 'As the zone’s clock showed it; for an unknown hour noon.' }),
    hourKnownBy: z.enum(['time', 'branch', 'unknown']),
    utcOffsetMinutes: z.number().meta({ description: 'East of UTC, summer time included.' }),
    summerTimeMinutes: z.number(),
    timeBasis: z.enum(['clock', 'standard', 'lmt', 'apparent']),
    localTime: wallTimeOutput.meta({ description: 'On the time basis: day and hour are read on it.' }),
    longitude: z.number().nullable(),
    meanTimeMinutes: z.number().nullable().meta({ description: 'Local mean time is so far ahead of UTC.' }),
    equationOfTimeMinutes: z.number().meta({ description: 'Apparent minus mean solar time.' }),
    apparentTime: wallTimeOutput.nullable(),
  })
  .meta({ id: 'Corrections', description: 'How the recorded time became the time that the pillars are read on.' });

const pillarCertaintySchema = z
  .strictObject({
    minutes: z.number().meta({ description: 'To the boundary, to the second: moved further, the pillar is another.' }),
    direction: z.enum(['earlier', 'later']),
    boundary: z.strictObject({
      kind: z.enum(['solar_term', 'hour', 'day', 'clock_change']),
      term: termSchema.nullable(),
      at: instantOutput,
    }),
    becomes: pairSchema,
  })
  .meta({ id: 'PillarCertainty', description: 'How far a pillar is from being another, and which.' });

const certaintySchema = z
  .strictObject({
    accuracyScore: z.number().min(0).max(100),
    pillars: z.strictObject({
      year: pillarCertaintySchema,
      month: pillarCertaintySchema,
      day: pillarCertaintySchema,
      hour: pillarCertaintySchema.nullable(),
    }),
    flags: z.array(
      z.strictObject({ code: z.string(), korean: z.string(), english: z.string() }).meta({ id: 'CertaintyFlag' }),
    ),
  })
  .meta({ id: 'Certainty' });

/** Parts that `include` chooses from. */
const partFields = {
  corrections: correctionsSchema,
  palaces: z
    .strictObject({
      taewon: gapjaSchema,
      myeonggung: gapjaSchema.nullable(),
      singung: gapjaSchema.nullable(),
    })
    .meta({ description: '태원, 명궁, 신궁; the last two need the hour.' }),
  saryeong: z
    .strictObject({ stem: hiddenStemSchema, elapsedDays: z.number().meta({ description: 'Since the month’s 절.' }) })
    .meta({ description: '사령: the hidden stem that governs the day of birth in its month.' }),
  luckCycles: z.strictObject({
    direction: z.enum(['forward', 'backward']),
    countedTo: z.strictObject({ term: termSchema, at: instantOutput }),
    startAge: z.strictObject({ years: z.int(), months: z.int(), days: z.int(), rounded: z.int() }),
    startsOn: dateOutput,
    beforeFirst: pillarSchema.meta({ description: 'What rules before the first period: the month pillar.' }),
    periods: z.array(luckCycleSchema),
  }),
  certainty: certaintySchema,
  ...readingFields,
};

export type ChartPart = keyof typeof partFields;
export const CHART_PARTS = Object.keys(partFields) as [ChartPart, ...ChartPart[]];

const chartSchema = z
  .strictObject({
    engineVersion: z.string().meta({ description: 'Of the engine and of its time zone data.' }),
    options: optionsInput.required().meta({ id: 'OptionsUsed' }),
    sex: z.enum(['female', 'male']),
    place: placeOutput,
    solarDate: dateOutput,
    lunarDate: lunarDateSchema,
    instant: instantOutput,
    pillars: z.strictObject({
      year: pillarSchema,
      month: pillarSchema,
      day: pillarSchema,
      hour: pillarSchema.nullable(),
    }),
    voidBranches: z
      .strictObject({
        day: z.array(branchSchema).length(2),
        year: z.array(branchSchema).length(2),
      })
      .meta({ description: '공망 by the day pillar (the main rule) and by the year pillar.' }),
    ...z.strictObject(partFields).partial().shape,
  })
  .meta({ id: 'Chart', description: 'The parts that `include` names; all of them if it is absent.' });

const partsQuery = z.strictObject({
  include: listParameter(CHART_PARTS).optional().meta({
    description: 'Parts wanted, separated by commas; all if absent. Date, pillars and 공망 are always there.',
  }),
});

export const createChart = operation({
  id: 'createChart',
  method: 'POST',
  path: '/v1/saju/charts',
  tag: 'saju',
  summary: { ko: '사주 명식을 계산합니다', en: 'Calculate a saju chart' },
  description:
    'Four pillars that are right to the second, with hidden stems, ten gods, stages, napeum, voids, palaces and ten-year ' +
    'luck; every correction that was made, and how sure each pillar is; and the reading: elements, strength, pattern, ' +
    'useful god, relations and stars, each judgement with the rule, its source and the facts it used.',
  auth: 'none',
  request: { query: partsQuery, body: personInput },
  response: { status: 200, description: 'The chart.', body: chartSchema, freshness: 'deterministic' },
  errors: birthErrors,
  examples: {
    requests: {
      clock: { summary: 'By clock time, in Seoul', value: birthExample },
      hourBranch: {
        summary: '축시만 아는 음력 생일 (a lunar date with only the branch of the hour)',
        value: {
          birth: { calendar: 'lunar', date: '1971-05-15', isLeapMonth: true, hourBranch: '축시' },
          place: { name: '부산' },
          sex: 'male',
        },
      },
      unknownHour: {
        summary: 'Hour unknown, born abroad',
        value: { birth: { date: '1988-07-01' }, place: { name: 'New York' }, sex: 'male' },
      },
    },
  },
});

const MOST_CHARTS = 100;

export const createCharts = operation({
  id: 'createCharts',
  method: 'POST',
  path: '/v1/saju/charts/batch',
  tag: 'saju',
  summary: { ko: '사주 명식을 한꺼번에 계산합니다', en: 'Calculate many saju charts at once' },
  description: `Up to ${MOST_CHARTS} charts. Each is answered by itself: a bad birth gets its own problem and spoils no other.`,
  auth: 'none',
  request: {
    query: partsQuery,
    body: z
      .strictObject({
        people: z
          .array(z.unknown().meta({ override: { $ref: '#/components/schemas/Person' } }))
          .min(1)
          .max(MOST_CHARTS),
      })
      .meta({ id: 'People' }),
  },
  response: {
    status: 200,
    description: 'A result for each person, in order.',
    body: z.strictObject({
      results: z.array(
        z
          .strictObject({ chart: chartSchema.nullable(), problem: problemSchema.nullable() })
          .meta({ id: 'ChartResult', description: 'Either a chart or the problem with it.' }),
      ),
    }),
    freshness: 'deterministic',
  },
  errors: [],
  examples: {
    requests: { two: { summary: 'Two people', value: { people: [birthExample, { ...birthExample, sex: 'male' }] } } },
  },
});
