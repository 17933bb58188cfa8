import { explain } from '../../errors/problem.ts';
import { loggableError } from '../../observability/loggable-error.ts';
import type { Answer } from '../answer.ts';
import type { Exchange } from '../exchange.ts';
import type { Middleware } from './middleware.ts';

/** Answers whatever was thrown with a problem (RFC 9457) in the caller's language. */
export function problems(): Middleware {
  return {
    onError(request) {
      const exchange = request.event;
      const { problem, headers, expected } = explain(request.error, exchange.language, exchange.requestId, field =>
        partOf(exchange, field),
      );
      exchange.failure = {
        code: problem.code,
        ...(problem.errors && { fields: problem.errors.map(error => error.code) }),
        ...(!expected && { error: loggableError(request.error) }),
      };
      const answer: Answer = {
        status: problem.status,
        contentType: 'application/problem+json',
        body: JSON.stringify(problem),
        freshness: 'none',
        headers,
      };
      request.response = answer;
    },
  };
}

/** The part of the request that has the engine's field. */
function partOf({ route: { request } }: Exchange, field: string): 'path' | 'query' | 'body' {
  if (request.params !== undefined && field in request.params.shape) return 'path';
  if (request.query !== undefined && field in request.query.shape) return 'query';
  return 'body';
}
