import { gunzipSync } from 'node:zlib';
import { domains } from '../../functions/manifest.ts';
import { apiGatewayEvent, splitTarget } from '../../local/event.ts';
import { type LocalFunction, loadFunctions } from '../../local/functions.ts';
import { createRouter } from '../../local/router.ts';
import type { OpenApiDocument } from '../../platform/http/openapi.ts';
import { logTo } from '../../platform/observability/log-sink.ts';
import { createOpenApiValidator, type ReadResponse } from './openapi-validator.ts';

/** What a test sends. An object or array is sent as JSON, text and bytes as they are. */
export interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where it comes from: this machine unless said. */
  readonly address?: string;
}

interface Received extends ReadResponse {
  /** The body parsed; undefined where it is not JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there
  readonly json: any;
  /** The line that was logged for the request. */
  readonly logged: string;
}

/** Sends a request through a function, as the local runner would, and holds the response against the OpenAPI document. */
export type Client = (method: string, target: string, sent?: Sent) => Promise<Received>;

/** A client of all domains, validating against the document they serve. */
export async function createClient(): Promise<Client> {
  const functions = await loadFunctions(domains);
  const served = await callRaw(functions, 'GET', '/openapi.json', {});
  return clientOf(functions, JSON.parse(served.text) as OpenApiDocument);
}

/** A client of the given functions (one has to declare the fallback), validating against the given document. */
export function clientOf(functions: readonly LocalFunction[], document: OpenApiDocument): Client {
  const validator = createOpenApiValidator(document);
  return async (method, target, sent = {}) => {
    const { routeKey, ...received } = await callRaw(functions, method, target, sent);
    const call = `${method} ${target} -> ${received.status}`;
    if (received.headers['x-request-id'] === undefined) throw new Error(`${call}: no X-Request-Id`);
    const [, path = ''] = routeKey.split(' ');
    const errors =
      routeKey === '$default'
        ? validator.problemErrors(received)
        : (validator.responseErrors(method, path, received) ??
          (received.status >= 400 ? validator.problemErrors(received) : []));
    if (errors.length > 0) throw new Error(`${call} is not what the document says:\n${errors.join('\n')}`);
    if (received.status < 300 && isStructured(sent.body)) {
      const wrong = validator.requestBodyErrors(method, path, sent.body);
      if (wrong.length > 0) throw new Error(`${call} took a body the document forbids:\n${wrong.join('\n')}`);
    }
    return received;
  };
}

async function callRaw(
  functions: readonly LocalFunction[],
  method: string,
  target: string,
  { body, headers = {}, address = '127.0.0.1' }: Sent,
): Promise<Received & { readonly routeKey: string }> {
  const match = createRouter(functions)(method, splitTarget(target).path);
  const type = isStructured(body) ? { 'content-type': 'application/json' } : {};
  const event = apiGatewayEvent(
    {
      method,
      target,
      headers: Object.fromEntries(
        Object.entries({ host: 'test.local', ...type, ...headers }).map(([name, value]) => [
          name.toLowerCase(),
          [value],
        ]),
      ),
      body: bytesOf(body),
      httpVersion: '1.1',
      remoteAddress: address,
    },
    match,
  );
  const result = await match.function.handler(event, { getRemainingTimeInMillis: () => 10_000 });
  const raw = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
  const text = (result.headers?.['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString('utf8');
  const received = result.headers as Record<string, string>;
  return {
    status: result.statusCode ?? 200,
    headers: received,
    text,
    json: /json/.test(received['content-type'] ?? '') ? JSON.parse(text) : undefined,
    logged: logLines.find(line => line.includes(event.requestContext.requestId)) ?? '',
    routeKey: match.routeKey,
  };
}

/** Of this test file's requests, all of them: tests may run at once. */
const logLines: string[] = [];
logTo(line => logLines.push(line));

function isStructured(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !(body instanceof Uint8Array);
}

function bytesOf(body: unknown): Uint8Array {
  if (body === undefined) return new Uint8Array();
  if (body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
