import * as z from 'zod';
import {
  elementSchema,
  gapjaFields,
  hiddenStemSchema,
  pillarNameSchema,
  termFields,
  termSchema,
} from '../../platform/vocabulary/terms.ts';

/** The fields of a pillar read from a chart's day stem. */
const pillarFields = {
  ...gapjaFields,
  hiddenStems: z.array(hiddenStemSchema).min(1).max(3).meta({ description: '지장간, 여기 first.' }),
  tenGods: z
    .strictObject({ stem: termSchema.nullable(), branch: termSchema })
    .meta({ description: '십신. The day pillar’s stem is the day stem itself: null.' }),
  stages: z
    .strictObject({ byDay: termSchema, bySelf: termSchema })
    .meta({ description: '12운성: of the day stem on this branch (봉법), of this stem on its branch (거법).' }),
  twelveSinsal: z
    .strictObject({ byYear: termSchema, byDay: termSchema })
    .meta({ description: '12신살 from the chart’s year branch and from its day branch.' }),
  napeum: termSchema,
};

export const pillarSchema = z.strictObject(pillarFields).meta({ id: 'Pillar' });

const luckRelationSchema = z
  .strictObject({
    ...termFields,
    part: z.enum(['stem', 'branch']),
    with: z
      .array(z.enum([...pillarNameSchema.options, 'daeun']))
      .min(1)
      .meta({ description: 'Pillars of the chart, or the running 대운.' }),
    element: elementSchema.nullable(),
  })
  .meta({ id: 'LuckRelation', description: 'A relation of a luck pillar to the chart.' });

/** The fields of a pillar of luck. */
export const luckPillarFields = {
  ...pillarFields,
  relations: z.array(luckRelationSchema),
  isVoid: z.boolean().meta({ description: '공망 by the chart’s day pillar.' }),
};

export const luckCycleSchema = z
  .strictObject({
    ...pillarFields,
    age: z.int().meta({ description: '만 나이 at its start.' }),
    startsOn: z.string().meta({ format: 'date' }),
  })
  .meta({ id: 'LuckCycle', description: 'A ten-year period (대운).' });
