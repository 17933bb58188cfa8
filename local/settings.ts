import * as z from 'zod';
import { environment } from '../platform/config/environment.ts';

const port = 'must be a whole number from 0 (any free port) to 65535, for example PORT=8080';

/** Settings of the local runner, from environment variables. */
const schema = z.object({
  /** Where it listens; 0 takes any free port. */
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, port)
    .transform(Number)
    .refine(value => value <= 65_535, port)
    .default(7007),
  /** The address it listens on; only this machine unless said. */
  HOST: z.string().default('127.0.0.1'),
  /** How requests are shown: lines for people, JSON lines as deployed, or not at all. */
  LOG: z.enum(['pretty', 'json', 'off'], 'must be pretty, json or off').default('pretty'),
});

export type Settings = z.output<typeof schema>;

/** @throws ConfigurationError naming every variable that is wrong. */
export const settings: () => Settings = environment(schema);
