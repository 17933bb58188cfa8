/**
 * Who may call from a browser: anyone, since nothing here rests on cookies.
 * API Gateway answers preflights and adds these headers itself; the local runner does as it does.
 */
export const cors = {
  allowOrigins: ['*'],
  allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowHeaders: ['accept-language', 'authorization', 'content-type', 'idempotency-key', 'if-none-match', 'x-api-key'],
  exposeHeaders: [
    'etag',
    'idempotency-replayed',
    'ratelimit',
    'ratelimit-policy',
    'retry-after',
    'www-authenticate',
    'x-request-id',
  ],
  maxAgeSeconds: 86_400,
} as const;
