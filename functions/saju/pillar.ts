import * as z from 'zod';
import { gapjaFields, hiddenStemSchema, termSchema } from '../../platform/vocabulary/terms.ts';

/** The fields of a pillar read from a chart's day stem. */
export const pillarFields = {
  ...gapjaFields,
  hiddenStems: z.array(hiddenStemSchema).min(1).max(3).meta({ description: '지장간, 여기 first.' }),
  tenGods: z
    .strictObject({ stem: termSchema.nullable(), branch: termSchema })
    .meta({ description: '십신. The day pillar’s stem is the day stem itself: null.' }),
  stages: z
    .strictObject({ byDay: termSchema, bySelf: termSchema })
    .meta({ description: '12운성: of the day stem on this branch (봉법), of this stem on its branch (거법).' }),
  napeum: termSchema,
};

export const pillarSchema = z.strictObject(pillarFields).meta({ id: 'Pillar' });

export const luckCycleSchema = z
  .strictObject({
    ...pillarFields,
    age: z.int().meta({ description: '만 나이 at its start.' }),
    startsOn: z.string().meta({ format: 'date' }),
  })
  .meta({ id: 'LuckCycle', description: 'A ten-year period (대운).' });
