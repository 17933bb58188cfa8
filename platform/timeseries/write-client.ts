import { TimestreamWriteClient } from '@aws-sdk/client-timestream-write';

/** A write takes some 50 ms; a table that grows is throttled meanwhile, which passes within seconds. */
const CONNECT_MS = 1_000;
const ATTEMPT_MS = 5_000;
/** Waits between them double from 0.1 s, of a throttled call from 0.5 s: 7 s at most. Then the batch comes again. */
const ATTEMPTS = 5;

/** A client of Timestream's writes; it finds its endpoint as that of queries does. */
export function createWriteClient(region: string): TimestreamWriteClient {
  return new TimestreamWriteClient({
    region,
    endpointDiscoveryEnabled: true,
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ATTEMPT_MS, throwOnRequestTimeout: true },
  });
}
