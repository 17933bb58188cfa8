import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export interface SampleRequest {
  /** As API Gateway names the route that matched: `GET /v1/manse/days/{date}`. */
  readonly routeKey: string;
  readonly pathParameters?: Record<string, string>;
  readonly body?: unknown;
}

/** Loads the bundle as Lambda does, and leaves through the answer's file: standard output belongs to logs. */
const driver = `
import { readFileSync, writeFileSync } from 'node:fs';
const { handler } = await import('./index.mjs');
const context = { awsRequestId: 'test', functionName: 'test', getRemainingTimeInMillis: () => 5000 };
const answer = await handler(JSON.parse(readFileSync('event.json', 'utf8')), context);
writeFileSync('answer.json', JSON.stringify(answer));
process.kill(process.pid, 'SIGKILL');
`;

/** Runs the handler of an unpacked function that answers requests, as `invoke` does. */
export function request(
  folder: string,
  sample: SampleRequest,
  environment?: Record<string, string>,
): Promise<APIGatewayProxyStructuredResultV2 & { readonly body: string }> {
  return invoke(folder, eventOf(sample), environment);
}

/**
 * Runs the handler of an unpacked function in a process of its own, with nothing of this one's environment.
 * @throws with the child's standard error if it gives no answer within 20 s; it is killed then.
 */
export function invoke<Answer>(
  folder: string,
  event: unknown,
  environment: Record<string, string> = {},
): Promise<Answer> {
  writeFileSync(join(folder, 'driver.mjs'), driver);
  writeFileSync(join(folder, 'event.json'), JSON.stringify(event));
  rmSync(join(folder, 'answer.json'), { force: true });
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['driver.mjs'],
      { cwd: folder, env: environment, timeout: 20_000, killSignal: 'SIGKILL' },
      (_, __, stderr) => {
        try {
          resolve(JSON.parse(readFileSync(join(folder, 'answer.json'), 'utf8')));
        } catch {
          reject(new Error(stderr || 'no answer within 20 s'));
        }
      },
    );
  });
}

/** The event that an HTTP API builds for a request (payload format 2.0). */
function eventOf({ routeKey, pathParameters, body }: SampleRequest): APIGatewayProxyEventV2 {
  const [method, template] = routeKey.split(' ') as [string, string];
  const path = template.replace(/\{(\w+)\}/g, (_, name) => pathParameters![name]!);
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'api.example', ...(body !== undefined && { 'content-type': 'application/json' }) },
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'api.example',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'test',
      routeKey,
      stage: '$default',
      time: '01/Jan/2026:00:00:00 +0000',
      timeEpoch: 1_767_225_600_000,
    },
    ...(pathParameters && { pathParameters }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}
