import { KinesisClient } from '@aws-sdk/client-kinesis';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import * as z from 'zod';
import { ConfigurationError, environment } from '../config/environment.ts';
import { type StreamName, streams } from './streams.ts';

const settings = environment(
  z.object({
    /** Where the local server listens; absent on AWS. */
    KINESIS_ENDPOINT: z.url('must be a URL such as http://127.0.0.1:4567').optional(),
    AWS_REGION: z.string().default('ap-northeast-2'),
  }),
);

/**
 * Kinesis takes records in 10 to 30 ms; an attempt that is this late is lost. With one attempt more, a call that cannot be
 * answered has failed within some 4 s.
 */
const ATTEMPT_MS = 2_000;
const ATTEMPTS = 2;

let shared: KinesisClient | undefined;

/** The one client of this process. */
export function sharedKinesisClient(): KinesisClient {
  const { AWS_REGION, KINESIS_ENDPOINT } = settings();
  shared ??= createKinesisClient(AWS_REGION, KINESIS_ENDPOINT);
  return shared;
}

/** A client of Kinesis, or of a server that listens at `endpoint`. By HTTP/1.1: the SDK's own HTTP/2 is one connection. */
export function createKinesisClient(region: string, endpoint?: string): KinesisClient {
  const requestHandler = new NodeHttpHandler({
    connectionTimeout: ATTEMPT_MS,
    requestTimeout: ATTEMPT_MS,
    throwOnRequestTimeout: true,
  });
  const config = { region, maxAttempts: ATTEMPTS, requestHandler };
  if (endpoint === undefined) return new KinesisClient(config);
  return new KinesisClient({ ...config, endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
}

/**
 * What a stream is called where this runs.
 * @throws ConfigurationError where the environment does not say
 */
export function deployedName(name: StreamName): string {
  const { variable } = streams[name];
  const value = process.env[variable];
  if (value === undefined || value === '') throw new ConfigurationError([{ variable, message: 'is required' }]);
  return value;
}
