import { expect, test } from 'vitest';
import * as z from 'zod';
import { ConfigurationError, environment } from '../../../../platform/config/environment.ts';

const schema = z.object({
  PORT: z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).default(7007),
  TABLE: z.string('is required'),
});

test('settings are parsed, with their defaults; an empty variable counts as absent', () => {
  expect(environment(schema, { PORT: '80', TABLE: 't', OTHER: 'x' })()).toEqual({ PORT: 80, TABLE: 't' });
  expect(environment(schema, { PORT: '', TABLE: 't' })()).toEqual({ PORT: 7007, TABLE: 't' });
});

test('they are read when first asked for, once', () => {
  const source: Record<string, string> = {};
  const settings = environment(schema, source);
  source.TABLE = 'later';
  expect(settings().TABLE).toBe('later');
  source.TABLE = 'too late';
  expect(settings().TABLE).toBe('later');
});

test('every wrong variable is named, and no value: it may be a secret', () => {
  let error: unknown;
  try {
    environment(schema, { PORT: 'hunter2' })();
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(ConfigurationError);
  const { message, variables } = error as ConfigurationError;
  expect(variables).toEqual(['PORT', 'TABLE']);
  expect(message).toContain('PORT: must be a whole number');
  expect(message).toContain('TABLE: is required');
  expect(message).not.toContain('hunter2');
});
