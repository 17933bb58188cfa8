import { GAPJA } from '@heal7/saju-engine';
import * as z from 'zod';
import type { FieldKind } from '../../../platform/errors/field-kind.ts';
import { operation } from '../../../platform/http/operation.ts';
import { placeErrors } from '../../../platform/places/place-input.ts';
import { jasi, timeBasis } from '../../../platform/vocabulary/birth.ts';
import { dateOutput, instantOutput, wallTimeOutput } from '../../../platform/vocabulary/dates.ts';
import { placeInput } from '../../../platform/vocabulary/place.ts';
import { lunarDateSchema, pairSchema } from '../../../platform/vocabulary/terms.ts';

const pairsByName: ReadonlyMap<string, number> = new Map(
  GAPJA.flatMap(pair => [pair.hangul, pair.hanja, pair.code].map(name => [name, pair.index] as const)),
);

const unknownPair = {
  code: 'unknown_pair',
  detail: {
    ko: '육십갑자가 아닙니다. 갑자, 甲子 또는 gapja처럼 보내 주세요.',
    en: 'This is none of the sixty pairs. Send one such as 갑자, 甲子 or gapja.',
  },
} as const satisfies FieldKind;

const pairInput = z
  .string()
  .max(16)
  .transform((name, context): number => {
    const index = pairsByName.get(name.trim());
    if (index === undefined) {
      context.addIssue({ code: 'custom', params: unknownPair });
      return z.NEVER;
    }
    return index;
  })
  .meta({
    id: 'PairInput',
    description: 'One of the sixty pairs, in Hangul, Hanja or by code.',
    examples: ['경오', '庚午'],
  });

export const createSearch = operation({
  id: 'searchPillars',
  method: 'POST',
  path: '/v1/saju/search',
  tag: 'saju',
  summary: { ko: '사주로 생년월일시를 찾습니다', en: 'Find the dates of given pillars' },
  description:
    'Every stretch of time from 1900-01-01 to 2101-01-28 in which a birth has these pillars, earliest first.',
  auth: 'none',
  apiKeys: true,
  request: {
    body: z
      .strictObject({
        pillars: z.strictObject({
          year: pairInput,
          month: pairInput,
          day: pairInput,
          hour: pairInput.optional(),
        }),
        place: placeInput.optional(),
        options: z.strictObject({ timeBasis: timeBasis.optional(), jasi: jasi.optional() }).optional(),
      })
      .meta({ id: 'SearchRequest' }),
  },
  response: {
    status: 200,
    description: 'The stretches found; none if the pillars did not occur together in the range.',
    body: z
      .strictObject({
        engineVersion: z.string(),
        pillars: z.strictObject({ year: pairSchema, month: pairSchema, day: pairSchema, hour: pairSchema.nullable() }),
        matches: z.array(
          z
            .strictObject({
              solarDate: dateOutput,
              lunarDate: lunarDateSchema,
              from: instantOutput,
              to: instantOutput.meta({ description: 'Not included.' }),
              clockFrom: wallTimeOutput,
              clockTo: wallTimeOutput,
            })
            .meta({ id: 'PillarMatch' }),
        ),
      })
      .meta({ id: 'SearchResult' }),
    freshness: 'deterministic',
  },
  errors: [unknownPair, 'impossible_pillars', 'place_required', ...placeErrors],
  examples: {
    requests: {
      four: {
        summary: 'Four pillars',
        value: { pillars: { year: '경오', month: '신사', day: '경진', hour: '계미' } },
      },
    },
  },
});
