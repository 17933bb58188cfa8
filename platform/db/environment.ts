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
  /** Of the writer. */
  DATABASE_URL: postgresUrl,
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

/**
 * The database that the environment names, opened at the first call and kept.
 * @throws ConfigurationError naming every variable that is wrong
 */
export function databaseFromEnvironment(): Database {
  database ??= openDatabase(settingsFrom(process.env));
  return database;
}

/** @throws ConfigurationError naming every variable that is wrong */
export function settingsFrom(source: Readonly<Record<string, string | undefined>>): DatabaseSettings {
  const settings = environment(schema, source)();
  const { DATABASE_READER_URL: readerUrl, DATABASE_IAM_REGION: region, AWS_LAMBDA_FUNCTION_NAME: name } = settings;
  return {
    url: settings.DATABASE_URL,
    ...(readerUrl !== undefined && { readerUrl }),
    ...(name === undefined ? ELSEWHERE : IN_LAMBDA),
    applicationName: name ?? 'heal7',
    tls: region !== undefined || settings.DATABASE_TLS === 'verify',
    ...(region === undefined ? { statementTimeoutMs: STATEMENT_TIMEOUT_MS } : { password: iamPassword(region) }),
  };
}
