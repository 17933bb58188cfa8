import { slug } from '../../platform/vocabulary/slug.ts';

/** A part of an experience centre: `seoul-1f-tea`. */
export const locationId = slug(50).meta({
  description: 'Small letters, digits and hyphens: a part of a centre.',
  examples: ['seoul-1f-tea'],
});
