import * as z from 'zod';
import { instantOutput } from '../../../../platform/vocabulary/dates.ts';
import { sectionSchema } from '../../interpretations/interpretation.ts';
import { interpretationTypes } from './interpretation-types.ts';

export const interpretationType = z.enum(interpretationTypes);
export type InterpretationType = z.output<typeof interpretationType>;

export const ratingFields = {
  rating: z.int().min(1).max(5),
  feedback: z.string().trim().min(1).max(2_000).nullable(),
};

export const reviewOutput = z
  .strictObject({
    status: z.enum(['not_requested', 'requested', 'reviewed']),
    requestedAt: instantOutput.nullable(),
    reviewedAt: instantOutput.nullable(),
    text: z.string().nullable().meta({ description: 'The expert’s own reading.' }),
  })
  .meta({ id: 'InterpretationReview' });

export const interpretationOutput = z
  .strictObject({
    id: z.uuid(),
    type: interpretationType,
    modelVersion: z
      .string()
      .meta({ description: '`rules-` and the version of the engine whose rules chose the sentences.' }),
    confidence: z
      .number()
      .min(0)
      .max(100)
      .meta({ description: 'Percent, in tens: written rules are as right as the pillars that they are applied to.' }),
    section: sectionSchema,
    review: reviewOutput,
    rating: z
      .strictObject(ratingFields)
      .nullable()
      .meta({ id: 'InterpretationRating', description: 'The user’s own; null before.' }),
    createdAt: instantOutput,
  })
  .meta({ id: 'StoredInterpretation' });
