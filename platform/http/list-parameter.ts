import * as z from 'zod';
import type {} from 'zod-openapi';

/** Some of the values, separated by commas, each once: `?include=strength,stars`. */
export function listParameter<const Value extends string>(values: readonly [Value, ...Value[]]) {
  return z
    .string()
    .transform(text => text.split(',').map(name => name.trim()))
    .pipe(z.array(z.enum(values)).min(1))
    .transform(names => [...new Set(names)])
    .meta({
      override: { type: 'array', items: { type: 'string', enum: [...values] }, minItems: 1 },
      param: { style: 'form', explode: false },
    });
}
