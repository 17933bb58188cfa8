import * as z from 'zod';
import type {} from 'zod-openapi';

/**
 * Schemas for what comes as text in a path or a query string and means something else. Not `z.coerce`: it
 * takes an empty string for 0, and `0x10` and `1e3` for numbers.
 */

/** A whole number in decimal digits, from `minimum` to `maximum`. */
export function integerParameter({ minimum, maximum }: { readonly minimum: number; readonly maximum: number }) {
  return z
    .string()
    .refine(text => /^-?\d{1,15}$/.test(text), { params: { code: 'invalid_type', expected: 'int' } })
    .transform(Number)
    .pipe(z.int().min(minimum).max(maximum))
    .meta({ override: { type: 'integer', minimum, maximum } });
}

/** A decimal number without exponent, from `minimum` to `maximum`. */
export function numberParameter({ minimum, maximum }: { readonly minimum: number; readonly maximum: number }) {
  return z
    .string()
    .refine(text => /^-?\d{1,15}(\.\d{1,15})?$/.test(text), {
      params: { code: 'invalid_type', expected: 'number' },
    })
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum))
    .meta({ override: { type: 'number', minimum, maximum } });
}

/** `true` or `false`. */
export function booleanParameter() {
  return z
    .enum(['true', 'false'])
    .transform(text => text === 'true')
    .meta({
      override: ({ jsonSchema }) => {
        jsonSchema.type = 'boolean';
        delete jsonSchema.enum;
      },
    });
}
