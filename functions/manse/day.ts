import * as z from 'zod';
import { dateOutput, instantOutput } from '../../platform/vocabulary/dates.ts';
import { lunarDateSchema, pairSchema, termSchema } from '../../platform/vocabulary/terms.ts';

const index = z.int().min(0).max(59);

export const solarTermSchema = z
  .strictObject({
    code: z.string(),
    name: z.string().meta({ description: 'Hangul.', examples: ['입춘'] }),
    hanja: z.string(),
    english: z.string(),
    longitude: z.number().meta({ description: 'Apparent longitude of the sun, degrees.' }),
    at: instantOutput,
  })
  .meta({ id: 'SolarTerm', description: 'A solar term (절기) and its instant.' });

export const manseDaySchema = z
  .strictObject({
    solarDate: dateOutput,
    lunarDate: lunarDateSchema,
    gapja: z
      .strictObject({ year: index, month: index, day: index })
      .meta({ description: 'Pillars as indices 0 (갑자) to 59: year and month by solar terms, at noon KST.' }),
    lunarGapja: z.strictObject({ secha: pairSchema, wolgeon: pairSchema.nullable(), iljin: pairSchema }).meta({
      description:
        '세차, 월건, 일진 as the almanac prints them, by lunar year and month: no saju pillars. A leap month has no 월건.',
    }),
    solarTerm: solarTermSchema.optional().meta({ description: 'On the day of a solar term.' }),
    moon: z
      .strictObject({
        phase: termSchema,
        phaseAt: instantOutput.nullable().meta({ description: 'Instant of 삭, 상현, 망 or 하현.' }),
        illumination: z.number().min(0).max(1).meta({ description: 'At the middle of the day.' }),
        riseAt: instantOutput.nullable(),
        setAt: instantOutput.nullable(),
      })
      .meta({ id: 'Moon', description: 'From midnight to midnight at the place.' }),
    sun: z
      .strictObject({ longitude: z.number(), latitude: z.number() })
      .meta({ description: 'Apparent geocentric position at noon KST, degrees.' }),
    uncertain: z
      .literal(true)
      .optional()
      .meta({ description: 'The lunar date hangs on a new moon too near to midnight to be foretold.' }),
  })
  .meta({ id: 'ManseDay', description: 'A day of the Korean calendar (만세력).' });
