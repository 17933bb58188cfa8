import * as z from 'zod';
import type {} from 'zod-openapi';

/** Some of the values, separated by commas, each once: `?include=strength,stars`. */
export function listParameter<const Value extends string>(values: readonly [Value, ...Value[]]) {
  return z
    .string()
    .transform((text, context): readonly Value[] => {
      const names = new Set(text.split(',').map(name => name.trim()));
      const known = values.filter(value => names.has(value));
      if (known.length < names.size) {
        context.addIssue({ code: 'custom', params: { code: 'invalid_value', accepted: values.join(', ') } });
        return z.NEVER;
      }
      return known;
    })
    .meta({
      override: { type: 'array', items: { type: 'string', enum: [...values] }, minItems: 1 },
      param: { style: 'form', explode: false },
    });
}
