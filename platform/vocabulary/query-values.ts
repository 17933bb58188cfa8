import * as z from 'zod';

/** Values that travel as text in paths and query strings. */

/** A decimal number: no exponent, no hexadecimal, not empty. */
export function decimal(minimum: number, maximum: number) {
  return z
    .string()
    .regex(/^-?\d{1,9}(\.\d{1,12})?$/, { error: 'invalid_number' })
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum));
}

/** A whole number. */
export function whole(minimum: number, maximum: number) {
  return z
    .string()
    .regex(/^-?\d{1,9}$/, { error: 'invalid_number' })
    .transform(Number)
    .pipe(z.int().min(minimum).max(maximum));
}

/** `true` or `false`. */
export const flag = z.enum(['true', 'false']).transform(text => text === 'true');
