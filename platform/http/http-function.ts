import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { buildId } from '../config/build-id.ts';
import { DomainError } from '../errors/domain-error.ts';
import { routeNotFound, timedOut } from '../errors/kinds.ts';
import type { Answer } from './answer.ts';
import { type Authenticate, authorise, isGuarded } from './authorise.ts';
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
  /** Says who asks: needed where a route has to know. */
  readonly authenticate?: Authenticate;
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
  const { name, release, routes, authenticate, fallback = nothingHere, now = () => new Date() } = options;
  if (authenticate === undefined) refuseGuarded(name, routes);
  const byKey = new Map(routes.map(route => [route.key, route]));
  const otherwise: Route = {
    key: '$default',
    request: {},
    access: { auth: 'none' },
    answer: ({ event }) => fallback(event.requestContext.http.method, event.rawPath),
  };

  const answer = (exchange: Exchange) => {
    const { route, event } = exchange;
    return authenticate !== undefined && isGuarded(route.access, event)
      ? guarded(exchange, authenticate)
      : route.answer(exchange);
  };
  const answered = middy(answer, {
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

/** Who asks is known before anything else of the request is read. */
async function guarded(exchange: Exchange, authenticate: Authenticate): Promise<Answer> {
  const { route, event } = exchange;
  exchange.caller = await authenticate(event, route.access, (name, value) => {
    exchange.headers = { ...exchange.headers, [name]: value };
  });
  authorise(route.access, exchange.caller);
  return route.answer(exchange);
}

/** An operation that wants to know who asks is never served open. */
function refuseGuarded(name: string, routes: readonly Route[]): void {
  const open = routes.find(({ access }) => access.auth !== 'none' || access.apiKeys === true);
  if (open !== undefined) throw new TypeError(`${name}: ${open.key} needs authenticate`);
}

function nothingHere(): never {
  throw new DomainError(routeNotFound);
}
