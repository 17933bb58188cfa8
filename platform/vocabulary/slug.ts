import { namedFormat } from './named-format.ts';

/** A name that people and programs write alike. */
export function slug(mostCharacters: number) {
  return namedFormat('slug', /^[a-z0-9](-?[a-z0-9])*$/)
    .min(1)
    .max(mostCharacters);
}
