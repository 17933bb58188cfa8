import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { environment } from '../config/environment.ts';

/** A table and the client that reaches it. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

const tableName = z.string('is required').regex(/^[\w.-]{3,255}$/, 'must be the name of a DynamoDB table');

const settings = environment(
  z.object({
    /** Where the local engine listens; absent on AWS. */
    DYNAMODB_ENDPOINT: z.url('must be a URL such as http://127.0.0.1:8000').optional(),
    AWS_REGION: z.string().default('ap-northeast-2'),
  }),
);
const documentsSettings = environment(z.object({ HEAL7_TABLE_DOCUMENTS: tableName }));
const cacheSettings = environment(z.object({ HEAL7_TABLE_CACHE: tableName }));
const keysSettings = environment(z.object({ HEAL7_TABLE_KEYS: tableName }));
const connectionsSettings = environment(z.object({ HEAL7_TABLE_CONNECTIONS: tableName }));

/**
 * DynamoDB answers in 5 ms; an attempt that is this late is lost. With one attempt more, a call that cannot be answered has
 * failed within some 2 s.
 */
const ATTEMPT_MS = 1_000;
const ATTEMPTS = 2;

let shared: DynamoDBClient | undefined;

function sharedClient(): DynamoDBClient {
  const { AWS_REGION, DYNAMODB_ENDPOINT } = settings();
  shared ??= createDynamoClient(AWS_REGION, DYNAMODB_ENDPOINT);
  return shared;
}

/**
 * A client of DynamoDB, or of an engine that listens at `endpoint`. Commands and plain attribute values, without
 * lib-dynamodb: items here have at most five attributes, and it adds 13 kB to a bundle.
 */
export function createDynamoClient(region: string, endpoint?: string): DynamoDBClient {
  const config: DynamoDBClientConfig = {
    region,
    maxAttempts: ATTEMPTS,
    requestHandler: {
      connectionTimeout: ATTEMPT_MS,
      requestTimeout: ATTEMPT_MS,
      // Without it the timeout is but a warning on the console.
      throwOnRequestTimeout: true,
    },
  };
  if (endpoint === undefined) return new DynamoDBClient(config);
  return new DynamoDBClient({ ...config, endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
}

/** @throws ConfigurationError where the environment does not name it. */
export function documentsTableOfEnvironment(): Table {
  const { HEAL7_TABLE_DOCUMENTS: name } = documentsSettings();
  return { client: sharedClient(), name };
}

/** @throws ConfigurationError where the environment does not name it. */
export function cacheTableOfEnvironment(): Table {
  const { HEAL7_TABLE_CACHE: name } = cacheSettings();
  return { client: sharedClient(), name };
}

/** @throws ConfigurationError where the environment does not name it. */
export function keysTableOfEnvironment(): Table {
  const { HEAL7_TABLE_KEYS: name } = keysSettings();
  return { client: sharedClient(), name };
}

/** @throws ConfigurationError where the environment does not name it. */
export function connectionsTableOfEnvironment(): Table {
  const { HEAL7_TABLE_CONNECTIONS: name } = connectionsSettings();
  return { client: sharedClient(), name };
}
