import type { MetricUnit } from '../observability/request-log.ts';
import type { Caller } from '../tokens/caller.ts';
import type { Language } from './language.ts';

/** What a handler may know and do besides its input. */
export interface RequestContext<Who extends Caller = Caller> {
  readonly requestId: string;
  /** Who asks: a user where the operation's `auth` wants one. */
  readonly caller: Who;
  /** The caller's language. Reading it makes the answer vary by `Accept-Language`. */
  readonly language: Language;
  /** The IP address the request came from, as the gateway saw it. Personal: never stored or logged. */
  readonly clientAddress: string;
  /** What the client calls itself, if it does. */
  readonly userAgent: string;
  now(): Date;
  /**
   * Records a metric of the domain for this request (snake case, `saju_calculation_duration`); milliseconds unless said.
   * Counts of one name add up.
   */
  measure(name: string, value: number, unit?: MetricUnit): void;
}
