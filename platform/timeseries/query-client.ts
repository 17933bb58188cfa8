import { TimestreamQueryClient } from '@aws-sdk/client-timestream-query';

/** A query of one device's range takes some 100 ms, and Tokyo is 40 ms from Seoul; all attempts together have 8 s. */
const CONNECT_MS = 1_000;
const ATTEMPT_MS = 5_000;
const ATTEMPTS = 3;

/**
 * A client of Timestream's queries. Its first call asks for the endpoint of the account's cell (DescribeEndpoints), which is
 * kept for as long as that answer says; the SDK does so by itself, whatever AWS_ENABLE_ENDPOINT_DISCOVERY says.
 */
export function createQueryClient(region: string): TimestreamQueryClient {
  return new TimestreamQueryClient({
    region,
    endpointDiscoveryEnabled: true,
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ATTEMPT_MS, throwOnRequestTimeout: true },
  });
}
