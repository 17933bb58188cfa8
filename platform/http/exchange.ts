import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Failure, Measure, MetricUnit } from '../observability/request-log.ts';
import type { Caller } from '../tokens/caller.ts';
import { type Language, preferredLanguage } from './language.ts';
import type { RequestContext } from './request-context.ts';
import type { Route } from './route.ts';

const ANONYMOUS: Caller = { kind: 'anonymous' };

/** One request on its way through a function: what the middlewares and the handler share. */
export class Exchange implements RequestContext {
  readonly event: APIGatewayProxyEventV2;
  readonly route: Route;
  readonly startedAt = performance.now();
  readonly measures: Measure[] = [];
  caller: Caller = ANONYMOUS;
  /** Of whatever is answered, in lower case; undefined where there are none. */
  headers: Record<string, string> | undefined;
  /** Set where a problem was answered. */
  failure: Failure | undefined;
  /** A property, so that handlers may take it out of their context. */
  readonly now: () => Date;
  #language: Language | undefined;

  constructor(event: APIGatewayProxyEventV2, route: Route, clock: () => Date) {
    this.event = event;
    this.route = route;
    this.now = clock;
  }

  get requestId(): string {
    return this.event.requestContext.requestId;
  }

  get language(): Language {
    this.#language ??= preferredLanguage(this.event.headers['accept-language']);
    return this.#language;
  }

  /** The language, if the answer depends on it. */
  get languageUsed(): Language | undefined {
    return this.#language;
  }

  get clientAddress(): string {
    return this.event.requestContext.http.sourceIp;
  }

  get userAgent(): string {
    return this.event.requestContext.http.userAgent;
  }

  measure(name: string, value: number, unit: MetricUnit = 'Milliseconds'): void {
    const counted = unit === 'Count' ? this.measures.findIndex(measure => measure.name === name) : -1;
    if (counted < 0) this.measures.push({ name, value, unit });
    else this.measures[counted] = { name, value: this.measures[counted]!.value + value, unit };
  }
}
