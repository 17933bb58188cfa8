import * as z from 'zod';
import { operation } from '../../../platform/http/operation.ts';
import { personInput } from '../../../platform/vocabulary/birth.ts';
import { birthErrors } from '../../../platform/vocabulary/birth-errors.ts';
import {
  elementSchema,
  gapjaSchema,
  pillarNameSchema,
  termFields,
  termSchema,
} from '../../../platform/vocabulary/terms.ts';
import { percentByElement, reasonSchema } from '../reading.ts';

const personSchema = z
  .strictObject({
    sex: z.enum(['female', 'male']),
    hourKnown: z.boolean(),
    pillars: z.strictObject({
      year: gapjaSchema,
      month: gapjaSchema,
      day: gapjaSchema,
      hour: gapjaSchema.nullable(),
    }),
    napeum: termSchema.meta({ description: 'Of the year pillar.' }),
    fiveElements: z.strictObject({ weights: percentByElement }),
    usefulGod: z.strictObject({ element: elementSchema }),
  })
  .meta({ id: 'ComparedPerson', description: 'What of a chart the comparison rests on.' });

const partSchema = z
  .strictObject({
    ...termFields,
    score: z.number(),
    max: z.number(),
    mutual: z.boolean().meta({ description: 'The two are judged at once; else each for the other, and added.' }),
    reasons: z.array(
      reasonSchema
        .extend({
          value: z.number().meta({ description: 'What the rule gives by itself.' }),
          points: z.number().meta({ description: 'What of it counts; the part’s score is the sum.' }),
        })
        .meta({ id: 'CompatibilityReason' }),
    ),
  })
  .meta({ id: 'CompatibilityPart' });

const person = { birth: { date: '1990-05-15', time: '14:30' }, sex: 'female' };

export const createCompatibility = operation({
  id: 'createCompatibility',
  method: 'POST',
  path: '/v1/saju/compatibility',
  tag: 'saju',
  summary: { ko: '두 사람의 궁합을 봅니다', en: 'Compare two people (궁합)' },
  description:
    'A score of 100 in seven parts: day stems, day and year branches, the other pairs, what each has of the element the ' +
    'other needs, spouse stars, 납음. Each part lists its rules, points and facts; swapped, the two get the same score.',
  auth: 'none',
  apiKeys: true,
  request: { body: z.strictObject({ a: personInput, b: personInput }).meta({ id: 'Couple' }) },
  response: {
    status: 200,
    description: 'The score and its parts.',
    body: z
      .strictObject({
        engineVersion: z.string(),
        score: z.number().min(0).max(100),
        word: termSchema,
        parts: z.array(partSchema),
        relations: z.array(
          z
            .strictObject({
              ...termFields,
              part: z.enum(['stem', 'branch']),
              a: pillarNameSchema,
              b: pillarNameSchema,
              element: elementSchema.nullable(),
            })
            .meta({ id: 'CrossRelation', description: 'Between a pillar of the one and a pillar of the other.' }),
        ),
        a: personSchema,
        b: personSchema,
      })
      .meta({ id: 'Compatibility' }),
    freshness: 'deterministic',
  },
  errors: birthErrors,
  examples: {
    requests: {
      couple: {
        summary: 'Two people',
        value: { a: person, b: { birth: { date: '1988-11-02', time: '08:10' }, place: { name: '부산' }, sex: 'male' } },
      },
      hourUnknown: {
        summary: 'One of them without the hour',
        value: { a: person, b: { birth: { date: '1988-11-02' }, sex: 'male' } },
      },
    },
  },
});
