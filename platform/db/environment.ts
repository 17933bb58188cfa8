import * as z from 'zod';
import { environment } from '../config/environment.ts';
import { type DatabaseSettings, openDatabase } from './connection.ts';
import type { Database } from './database.ts';
import { iamPassword } from './iam-password.ts';

/** Where a database is. */
export const postgresUrl = z
  .string()
  .refine(
    text => URL.canParse(text) && /^postgres(?:ql)?:$/.test(new URL(text).protocol),
    'must be a URL like postgres://user:password@host:5432/database',
  );

const schema = z.object({
  /** Of the writer, as the user whose rights are to rows alone. */
  DATABASE_URL: postgresUrl,
  /** As the user who owns the schema; where it is left out, that of DATABASE_URL does. */
  DATABASE_OWNER_URL: postgresUrl.optional(),
  /** Of the reader, if there is one. */
  DATABASE_READER_URL: postgresUrl.optional(),
  /** The region of the RDS Proxy: connections then prove themselves by IAM, over TLS. */
  DATABASE_IAM_REGION: z.string().optional(),
  /** `verify`: encrypted, and the server's certificate checked. By IAM always. */
  DATABASE_TLS: z.enum(['off', 'verify'], 'must be off or verify').default('off'),
  /** Set by Lambda. */
  AWS_LAMBDA_FUNCTION_NAME: z.string().optional(),
});

/** A Lambda instance does one thing at a time; RDS Proxy shares the server's connections between instances. */
const IN_LAMBDA = { connections: 1, idleSeconds: 20 };
const ELSEWHERE = { connections: 10 };

/** Longer than any statement of a request may take: API Gateway gives up after 30 s. */
const STATEMENT_TIMEOUT_MS = 25_000;

let database: Database | undefined;
let ownerDatabase: Database | undefined;

/**
 * The database that the environment names, opened at the first call and kept.
 * @throws ConfigurationError naming every variable that is wrong
 */
export function databaseFromEnvironment(): Database {
  database ??= openDatabase(settingsFrom(process.env));
  return database;
}

/**
 * The same database for jobs that change the schema (`database: 'owner'` in their declaration): as the user who owns it.
 * @throws ConfigurationError naming every variable that is wrong
 */
export function ownerDatabaseFromEnvironment(): Database {
  ownerDatabase ??= openDatabase(settingsFrom(process.env, 'owner'));
  return ownerDatabase;
}

/** @throws ConfigurationError naming every variable that is wrong */
export function settingsFrom(
  source: Readonly<Record<string, string | undefined>>,
  user: 'app' | 'owner' = 'app',
): DatabaseSettings {
  const settings = environment(schema, source)();
  const { DATABASE_READER_URL: readerUrl, DATABASE_IAM_REGION: region, AWS_LAMBDA_FUNCTION_NAME: name } = settings;
  return {
    url: (user === 'owner' ? settings.DATABASE_OWNER_URL : undefined) ?? settings.DATABASE_URL,
    ...(readerUrl !== undefined && { readerUrl }),
    ...(name === undefined ? ELSEWHERE : IN_LAMBDA),
    applicationName: name ?? 'heal7',
    tls: region !== undefined || settings.DATABASE_TLS === 'verify',
    ...(region === undefined ? { statementTimeoutMs: STATEMENT_TIMEOUT_MS } : { password: iamPassword(region) }),
  };
}
