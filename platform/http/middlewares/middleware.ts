import type middy from '@middy/core';
import type { Exchange } from '../exchange.ts';

/** A middleware of ours: the exchange is what middy calls the event. */
export type Middleware = middy.MiddlewareObj<Exchange>;
export type MiddlewareRequest = middy.Request<Exchange>;
