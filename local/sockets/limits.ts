/** What API Gateway's WebSocket APIs allow (docs.aws.amazon.com/apigateway, WebSocket API quotas). */
export const gatewayLimits = {
  /** Of a message, in either direction. */
  messageBytes: 128 * 1024,
  /** A longer message comes in several frames. */
  frameBytes: 32 * 1024,
  /** Without anything said in either direction. */
  idleMs: 10 * 60_000,
  connectionMs: 2 * 3_600_000,
  /** What waits for a client that does not read. AWS has a limit, and does not tell it. */
  bufferedBytes: 512 * 1024,
  /** Messages of one connection that are being answered: others wait, and the client with them. AWS has a rate for all. */
  messagesAtOnce: 10,
} as const;

export type GatewayLimits = { readonly [Name in keyof typeof gatewayLimits]: number };

/** Status codes that close a connection (RFC 6455, 7.4), as API Gateway uses them. */
export const closing = {
  normal: { code: 1000, reason: 'Connection Closed Normally' },
  goingAway: { code: 1001, reason: 'Going away' },
  /** Without a word. */
  lost: { code: 1006, reason: '' },
  /** It takes text. */
  binary: { code: 1003, reason: 'Binary is not supported' },
  tooLarge: { code: 1009, reason: 'Message too long' },
} as const;
