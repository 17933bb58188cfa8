import * as z from 'zod';
import { acrossFields } from '../http/across-fields.ts';
import { numberParameter } from '../http/parameters.ts';
import {
  type PlaceInput,
  placeNameSchema,
  placeRules,
  type ResolvedPlace,
  resolvePlace,
  timeZoneSchema,
} from '../places/place-input.ts';

/** A place in a request body. */
export const placeInput = z
  .strictObject({
    name: placeNameSchema.optional(),
    latitude: z.number().min(-90).max(90).optional().meta({ description: 'Degrees north.' }),
    longitude: z.number().min(-180).max(180).optional().meta({ description: 'Degrees east.' }),
    timeZone: timeZoneSchema.optional(),
  })
  .check(
    ...placeRules.map(({ needed, refusals }) =>
      acrossFields<PlaceInput>(needed, (input, context) => {
        for (const { field, ...params } of refusals(input)) {
          context.addIssue({ code: 'custom', path: [field], params });
        }
      }),
    ),
  )
  .meta({
    id: 'PlaceInput',
    description:
      'By name; or by latitude, longitude and timeZone; or by timeZone alone (then only the clock and standard time ' +
      'are known). Seoul if absent.',
  })
  .transform(resolvePlace);

/** Parameters that give a place in a query string: `place` is its name. */
export const placeParameters = {
  place: placeNameSchema.optional(),
  latitude: numberParameter({ minimum: -90, maximum: 90 }).optional().meta({ description: 'Degrees north.' }),
  longitude: numberParameter({ minimum: -180, maximum: 180 }).optional().meta({ description: 'Degrees east.' }),
  timeZone: timeZoneSchema.optional(),
};

/** A place as a query string gives it. */
export interface PlaceQuery extends Omit<PlaceInput, 'name'> {
  readonly place?: string | undefined;
}

const parameterOf = (field: keyof PlaceInput) => (field === 'name' ? 'place' : field);

/** Refuse a query whose place cannot be understood. For `check`. */
export const understoodPlace = placeRules.map(({ needed, refusals }) =>
  acrossFields<PlaceQuery>(needed.map(parameterOf), ({ place, ...coordinates }, context) => {
    for (const { field, ...params } of refusals({ name: place, ...coordinates })) {
      context.addIssue({ code: 'custom', path: [parameterOf(field)], params });
    }
  }),
);

/** The place of a query that was not refused. */
export function placeOf({ place, ...coordinates }: PlaceQuery): ResolvedPlace {
  return resolvePlace({ name: place, ...coordinates });
}

/** A place as it was understood. */
export const placeOutput = z
  .strictObject({
    name: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    timeZone: z.string(),
  })
  .meta({ id: 'Place' });
