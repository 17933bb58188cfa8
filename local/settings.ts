import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { environment } from '../platform/config/environment.ts';
import { postgresUrl } from '../platform/db/environment.ts';
import { PUBLISHES_PER_SECOND } from './mqtt/limits.ts';

const port = (variable: string, otherwise: number) => {
  const message = `must be a whole number from 0 (any free port) to 65535, for example ${variable}=${otherwise}`;
  return z
    .string()
    .regex(/^\d{1,5}$/, message)
    .transform(Number)
    .refine(value => value <= 65_535, message)
    .default(otherwise);
};

const repository = fileURLToPath(new URL('..', import.meta.url));

/** Settings of the local runner, from environment variables. */
const schema = z.object({
  /** Where it listens; 0 takes any free port. */
  PORT: port('PORT', 7007),
  /** The address it listens on; only this machine unless said. */
  HOST: z.string().default('127.0.0.1'),
  /** Where devices connect, on this machine only; 0 takes any free one. */
  MQTT_PORT: port('MQTT_PORT', 1883),
  /** What a device may publish in a second: as AWS IoT Core has it, unless fewer devices shall send as much. */
  MQTT_PUBLISHES_PER_SECOND: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, 'must be a whole number from 1, for example MQTT_PUBLISHES_PER_SECOND=100')
    .transform(Number)
    .default(PUBLISHES_PER_SECOND),
  /** How requests are shown: lines for people, JSON lines as deployed, or not at all. */
  LOG: z.enum(['pretty', 'json', 'off'], 'must be pretty, json or off').default('pretty'),
  /** The folder that the engines keep their data in, from the repository. */
  HEAL7_DATA: z
    .string()
    .default('.local')
    .transform(folder => resolve(repository, folder)),
  /** A PostgreSQL 16 of one's own: then none is started. Functions sign in by it. */
  DATABASE_URL: postgresUrl.optional(),
  /** Who owns the schema there, and migrates it, if that is another user. */
  DATABASE_OWNER_URL: postgresUrl.optional(),
});

export type Settings = z.output<typeof schema>;

/** @throws ConfigurationError naming every variable that is wrong. */
export const settings: () => Settings = environment(schema);
