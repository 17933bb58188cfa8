import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { buildId } from '../config/build-id.ts';
import { DomainError } from '../errors/domain-error.ts';
import { routeNotFound, timedOut } from '../errors/kinds.ts';
import type { Answer } from './answer.ts';
import { Exchange } from './exchange.ts';
import { problems } from './middlewares/problems.ts';
import { representation } from './middlewares/representation.ts';
import { requestLog } from './middlewares/request-log.ts';
import type { Route } from './route.ts';

export interface HttpFunctionOptions {
  /** The domain's name: the `function` of its logs and metrics where Lambda gives it none. */
  readonly name: string;
  /** Names what decides deterministic answers (versions of the engine and its data): part of every entity tag. */
  readonly release: string;
  readonly routes: readonly Route[];
  /** Answers what no route matches; method and path as sent. */
  readonly fallback?: (method: string, path: string) => Answer;
  readonly now?: () => Date;
}

/** A Lambda handler for API Gateway HTTP API events (payload 2.0). */
export type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** Time to answer that the time is up, before Lambda stops the function. */
const TIMEOUT_RESERVE_MS = 250;

/** One function that answers all routes of a domain. What is common to requests is built here, once. */
export function httpFunction(options: HttpFunctionOptions): HttpHandler {
  const { name, release, routes, fallback = nothingHere, now = () => new Date() } = options;
  const byKey = new Map(routes.map(route => [route.key, route]));
  const otherwise: Route = {
    key: '$default',
    request: {},
    answer: ({ event }) => fallback(event.requestContext.http.method, event.rawPath),
  };

  const answered = middy((exchange: Exchange) => exchange.route.answer(exchange), {
    timeoutEarlyInMillis: TIMEOUT_RESERVE_MS,
    timeoutEarlyResponse: () => {
      throw new DomainError(timedOut, {}, { 'retry-after': '1' });
    },
  })
    // Deployed, the stage is in the name: `heal7-prod-saju-http`.
    .use(requestLog(process.env.AWS_LAMBDA_FUNCTION_NAME ?? name))
    .use(representation(`${release}.${buildId()}`))
    .use(problems());

  return (event, context) =>
    answered(new Exchange(event, byKey.get(event.routeKey) ?? otherwise, now), context as Context) as never;
}

function nothingHere(): never {
  throw new DomainError(routeNotFound);
}
