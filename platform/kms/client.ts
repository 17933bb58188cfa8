import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { environment } from '../config/environment.ts';

const settings = environment(z.object({ AWS_REGION: z.string().default('ap-northeast-2') }));

/** KMS answers in 10 ms or so; an attempt that is this late is lost. With all attempts a call has failed within some 4 s. */
const ATTEMPT_MS = 1_000;
const ATTEMPTS = 3;

let shared: KMSClient | undefined;

/** The one client of this process. */
export function sharedKmsClient(): KMSClient {
  shared ??= new KMSClient({
    region: settings().AWS_REGION,
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: ATTEMPT_MS, requestTimeout: ATTEMPT_MS, throwOnRequestTimeout: true },
  });
  return shared;
}
