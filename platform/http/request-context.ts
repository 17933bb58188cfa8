import type { MetricUnit } from '../observability/request-log.ts';
import type { Language } from './language.ts';

/** What a handler may know and do besides its input. */
export interface RequestContext {
  readonly requestId: string;
  /** The caller's language. Reading it makes the answer vary by `Accept-Language`. */
  readonly language: Language;
  now(): Date;
  /**
   * Records a metric of the domain for this request (snake case, `saju_calculation_duration`); milliseconds unless said.
   * Counts of one name add up.
   */
  measure(name: string, value: number, unit?: MetricUnit): void;
}
