/**
 * Who may call from a browser: anyone, since nothing here rests on cookies.
 * API Gateway answers preflights and adds these headers itself; the local runner does as it does.
 */
export const cors = {
  allowOrigins: ['*'],
  allowMethods: ['GET', 'POST'],
  allowHeaders: ['accept-language', 'content-type', 'idempotency-key', 'if-none-match'],
  exposeHeaders: ['etag', 'idempotency-replayed', 'retry-after', 'x-request-id'],
  maxAgeSeconds: 86_400,
} as const;
