import {
  BRANCHES,
  birthDay,
  type ChartRequest,
  fourPillars,
  HOUR_BRANCHES,
  type HourBranch,
  SajuError,
} from '@heal7/saju-engine';
import * as z from 'zod';
import type { FieldKind } from '../errors/field-kind.ts';
import { acrossFields } from '../http/across-fields.ts';
import { placeInput } from './place.ts';

/** What every saju operation asks about a person. */

/** 축, 축시, 丑, 丑時 and chuk are one; so are 조자시 and joja, 야자시 and yaja. */
const hourBranchNames: ReadonlyMap<string, HourBranch> = new Map([
  ...BRANCHES.flatMap((branch, position) =>
    [branch.code, branch.hangul, `${branch.hangul}시`, branch.hanja, `${branch.hanja}時`].map(
      name => [name, HOUR_BRANCHES[position]!] as const,
    ),
  ),
  ...(['joja', '조자시', '朝子時'] as const).map(name => [name, 'joja'] as const),
  ...(['yaja', '야자시', '夜子時'] as const).map(name => [name, 'yaja'] as const),
]);

export const unknownHourBranch = {
  code: 'unknown_hour_branch',
  detail: {
    ko: '알 수 없는 시지입니다. 축시, 축, 丑 또는 chuk처럼 보내 주세요.',
    en: 'This is not a branch of the hour. Send one such as 축시, 축, 丑 or chuk.',
  },
} as const satisfies FieldKind;

const hourBranch = z
  .string()
  .max(8)
  .transform((name, context): HourBranch => {
    const branch = hourBranchNames.get(name.trim());
    if (branch === undefined) {
      context.addIssue({
        code: 'custom',
        params: unknownHourBranch,
      });
      return z.NEVER;
    }
    return branch;
  })
  .meta({
    description:
      '시지, in place of a time: its middle on the time basis is taken. Hangul, Hanja or code; 조자시 (from 0:00) and ' +
      '야자시 (from 23:00) may be told apart from 자시.',
    examples: ['축시', '丑', 'chuk', '야자시'],
  });

const birthInput = z
  .strictObject({
    calendar: z.enum(['solar', 'lunar']).default('solar'),
    date: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'invalid_date' })
      .meta({ description: 'YYYY-MM-DD of the calendar: solar 1900-01-01 to 2101-01-28.', examples: ['1990-05-15'] }),
    isLeapMonth: z.boolean().optional().meta({ description: 'For a lunar date in a leap month (윤달).' }),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, { error: 'invalid_time' })
      .optional()
      .meta({ description: 'HH:MM or HH:MM:SS as the clock showed it, summer time and all.', examples: ['14:30'] }),
    hourBranch: hourBranch.optional(),
    fold: z
      .union([z.literal(0), z.literal(1)])
      .optional()
      .meta({
        description: 'Which time is meant when clocks were set back over it: the first (0, default) or second.',
      }),
  })
  .check(
    acrossFields([], ({ time, hourBranch }, context) => {
      if (time === undefined || hourBranch === undefined) return;
      context.addIssue({ code: 'custom', path: ['hourBranch'], params: { code: 'hour_given_twice' } });
    }),
    acrossFields(['calendar', 'date', 'isLeapMonth'], ({ calendar, date, isLeapMonth = false }, context) => {
      // A leap month of a solar date is told of below, whatever the date.
      told(context, 1, () => birthDay({ calendar, date, isLeapMonth: calendar === 'lunar' && isLeapMonth }));
    }),
    acrossFields(['calendar', 'isLeapMonth'], ({ calendar, isLeapMonth }, context) => {
      if (calendar !== 'solar' || isLeapMonth !== true) return;
      context.addIssue({ code: 'custom', path: ['isLeapMonth'], params: { code: 'leap_month_of_solar_date' } });
    }),
  )
  .meta({ id: 'Birth', description: 'A birth as it was recorded. Without time and hourBranch the hour is unknown.' });

export const timeBasis = z.enum(['clock', 'standard', 'lmt', 'apparent']).meta({
  description: 'The clock for day and hour pillars: as recorded, standard, local mean (default), apparent solar.',
});

export const jasi = z
  .enum(['split', 'jasi', 'midnight'])
  .meta({ description: '23:00 to 24:00: 야자시/조자시 (default), 정자시 (the day changes at 23:00), or neither.' });

export const optionsInput = z
  .strictObject({
    timeBasis: timeBasis.optional(),
    jasi: jasi.optional(),
    daeunRounding: z
      .enum(['round', 'floor', 'ceil', 'traditional'])
      .optional()
      .meta({ description: 'How the start age of 대운 becomes a whole number (default round).' }),
    hiddenStems: z.enum(['wollyul', 'inwon']).optional().meta({ description: '월률분야 (default) or 인원용사.' }),
    yinStages: z
      .enum(['reverse', 'eumpotae'])
      .optional()
      .meta({ description: 'Yin stems through the twelve stages: 양생음사 (default) or 음포태.' }),
    earthStages: z.enum(['hwato', 'suto']).optional().meta({ description: '화토동궁 (default) or 수토동궁.' }),
    palaceMonth: z
      .enum(['junggi', 'jeolgi'])
      .optional()
      .meta({ description: '명궁 and 신궁 count the month from its 중기 (default) or its 절.' }),
    omiHap: z
      .enum(['fire', 'earth', 'none'])
      .optional()
      .meta({ description: '午未 aims at fire (default), earth, or nothing.' }),
    yangin: z
      .enum(['all', 'yang'])
      .optional()
      .meta({ description: '양인 of all day stems (default) or of yang ones.' }),
    goegang: z
      .enum(['four', 'five'])
      .optional()
      .meta({ description: '괴강: 庚辰 庚戌 壬辰 戊戌 (default), or 壬戌 too.' }),
    hoeguk: z
      .enum(['note', 'rename'])
      .optional()
      .meta({ description: 'A 삼합 of the month is noted beside the pattern (default), or names it.' }),
  })
  .meta({ id: 'Options', description: 'Choices on which schools differ.' });

const sexInput = z.enum(['female', 'male']).meta({ description: 'Decides the direction of 대운.' });

/** The fields of a person. */
export const personFields = {
  birth: birthInput,
  place: placeInput.optional(),
  sex: sexInput,
  options: optionsInput.optional(),
};

/**
 * Refuses a birth that cannot be placed in time where it was: a clock time that was skipped there, a solar time without a
 * longitude. For `check` of what has the fields of a person. It takes 0.1 µs, a thirtieth of a chart.
 */
export const birthResolves = acrossFields<Pick<ChartRequest, 'birth' | 'place' | 'options'>>(
  ['birth', 'place', 'options'],
  ({ birth, place, options }, context) => told(context, 0, () => fourPillars(birth, place, options)),
);

/** Tells of what the engine refuses, its path without so many fields at the front. */
function told(context: Pick<z.RefinementCtx, 'addIssue'>, outer: number, run: () => unknown): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof SajuError)) throw error;
    context.addIssue({ code: 'custom', path: error.path.slice(outer), params: { code: error.code, ...error.params } });
  }
}

export const personInput = z.strictObject(personFields).check(birthResolves).meta({ id: 'Person' });
export type Person = z.output<typeof personInput>;
