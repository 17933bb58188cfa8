import * as z from 'zod';

/** A part of an experience centre: `seoul-1f-tea`. */
export const locationId = z
  .string()
  .min(1)
  .max(50)
  .regex(/^[a-z0-9](-?[a-z0-9])*$/)
  .meta({ description: 'Small letters, digits and hyphens: a part of a centre.', examples: ['seoul-1f-tea'] });
