/**
 * One line of JSON for each request. Nothing in it is personal: no address, no user agent, and the route's
 * key in place of the path, since a path carries dates of birth (`/v1/manse/days/{date}`).
 */
export const accessLogFields = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  protocol: '$context.protocol',
  responseBytes: '$context.responseLength',
  /** Milliseconds for the caller, and of those in the function. */
  latency: '$context.responseLatency',
  functionLatency: '$context.integrationLatency',
  functionStatus: '$context.integrationStatus',
  /** Why API Gateway answered by itself: throttled, body too large, function not reached. */
  error: '$context.error.responseType',
} as const;

/** One line for each event of a WebSocket connection, and as little in it: a ticket stands in the query, which is not. */
export const socketLogFields = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  connectionId: '$context.connectionId',
  status: '$context.status',
  functionLatency: '$context.integrationLatency',
  functionStatus: '$context.integrationStatus',
  error: '$context.error.responseType',
} as const;
