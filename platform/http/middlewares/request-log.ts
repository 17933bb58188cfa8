import { writeLog } from '../../observability/log-sink.ts';
import { requestLine } from '../../observability/request-log.ts';
import type { Middleware, MiddlewareRequest } from './middleware.ts';

/** Writes the one line of each request, with its metrics. */
export function requestLog(functionName: string): Middleware {
  let coldStart = true;
  const write = ({ event: exchange, response }: MiddlewareRequest) => {
    const line = requestLine({
      function: functionName,
      route: exchange.route.key,
      requestId: exchange.requestId,
      at: Date.now(),
      durationMs: performance.now() - exchange.startedAt,
      status: response.statusCode,
      coldStart,
      measures: exchange.measures,
      ...(exchange.failure && { failure: exchange.failure }),
    });
    coldStart = false;
    writeLog(line);
  };
  return { after: write, onError: write };
}
