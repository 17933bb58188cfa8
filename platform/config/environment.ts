import type * as z from 'zod';

/** Settings that cannot be used. The message names each variable and what is wrong, never its value: it may be a secret. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  /** Variables that are wrong. */
  readonly variables: readonly string[];

  constructor(problems: readonly { readonly variable: string; readonly message: string }[]) {
    super(['These settings cannot be used:', ...problems.map(p => `  ${p.variable}: ${p.message}`)].join('\n'));
    this.variables = problems.map(p => p.variable);
  }
}

/**
 * Reads settings from environment variables: on the first call, once.
 * An empty variable counts as absent, as in `PORT= npm start`.
 * @throws ConfigurationError naming every variable that is wrong.
 */
export function environment<Schema extends z.ZodObject>(
  schema: Schema,
  source: Readonly<Record<string, string | undefined>> = process.env,
): () => z.output<Schema> {
  let settings: z.output<Schema> | undefined;
  return () => {
    settings ??= read(schema, source);
    return settings;
  };
}

function read<Schema extends z.ZodObject>(
  schema: Schema,
  source: Readonly<Record<string, string | undefined>>,
): z.output<Schema> {
  const present = Object.keys(schema.shape).flatMap(name => {
    const value = source[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  const parsed = schema.safeParse(Object.fromEntries(present));
  if (parsed.success) return parsed.data;
  throw new ConfigurationError(
    parsed.error.issues.map(issue => ({ variable: issue.path.map(String).join('.'), message: issue.message })),
  );
}
