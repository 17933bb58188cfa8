import * as z from 'zod';
import type { FieldKind } from '../../../platform/errors/field-kind.ts';
import { acrossFields } from '../../../platform/http/across-fields.ts';
import { birthResolves, personFields } from '../../../platform/vocabulary/birth.ts';
import { gapjaSchema } from '../../../platform/vocabulary/terms.ts';
import { factSchema } from '../reading.ts';

/** What an interpretation may tell of; the year is told of when `year` says which. */
const TOPICS = ['personality', 'wealth', 'health', 'relationship', 'year'] as const;

export const yearRequired = {
  code: 'year_required',
  detail: { ko: 'topics에 year를 넣으려면 year(연도)를 함께 보내 주세요.', en: 'To tell of a year, send `year` too.' },
} as const satisfies FieldKind;

export const interpretationRequest = z
  .strictObject({
    ...personFields,
    topics: z
      .array(z.enum(TOPICS))
      .min(1)
      .max(TOPICS.length)
      .optional()
      .meta({ description: 'All if absent; `year` only where a year is given.' }),
    year: z
      .int()
      .min(1900)
      .max(2200)
      .optional()
      .meta({
        description: 'The saju year (from its 입춘) whose luck is told; not before the birth.',
        examples: [2027],
      }),
  })
  .check(
    birthResolves,
    acrossFields(['topics'], ({ topics, year }, context) => {
      if (!topics?.includes('year') || year !== undefined) return;
      context.addIssue({ code: 'custom', path: ['year'], params: yearRequired });
    }),
  )
  .meta({ id: 'InterpretationRequest' });

export type InterpretationRequest = z.output<typeof interpretationRequest>;

const bilingual = z.strictObject({ korean: z.string(), english: z.string() });

export const sectionSchema = z
  .strictObject({
    title: bilingual,
    sentences: z.array(
      z
        .strictObject({
          id: z.string().meta({ description: 'Stable, unique in the answer.' }),
          rule: z.string(),
          korean: z.string(),
          english: z.string(),
          facts: z
            .array(factSchema)
            .min(1)
            .meta({ description: 'What it rests on: paths into the chart, and into `yearLuck` for the year.' }),
        })
        .meta({ id: 'Sentence' }),
    ),
  })
  .meta({ id: 'InterpretationSection' });

export const interpretationSchema = z
  .strictObject({
    engineVersion: z.string(),
    pillars: z.strictObject({
      year: gapjaSchema,
      month: gapjaSchema,
      day: gapjaSchema,
      hour: gapjaSchema.nullable(),
    }),
    year: z.int().nullable(),
    topics: z.strictObject({
      personality: sectionSchema.optional(),
      wealth: sectionSchema.optional(),
      health: sectionSchema.optional(),
      relationship: sectionSchema.optional(),
      year: sectionSchema.optional(),
    }),
  })
  .meta({ id: 'Interpretation' });
