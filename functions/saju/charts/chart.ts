import * as z from 'zod';
import { optionsInput } from '../../../platform/vocabulary/birth.ts';
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
import { luckCycleSchema, pillarSchema } from '../pillar.ts';
import { readingFields } from '../reading.ts';

/** A chart as it is answered. */

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

export const chartSchema = z
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
