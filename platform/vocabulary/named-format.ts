import * as z from 'zod';
import type {} from 'zod-openapi';

/**
 * Text of a format of our own, which has its words in field-messages.ts: a regular expression says nothing to people. Documents
 * tell of it by the expression alone, since tools refuse a `format` that they do not know.
 */
export function namedFormat(name: string, pattern: RegExp) {
  return z.stringFormat(name, pattern).meta({
    override: ({ jsonSchema }) => {
      delete jsonSchema.format;
    },
  });
}
