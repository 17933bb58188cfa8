import type { Term } from '../../term.ts';
import type { Reason } from '../reason.ts';

/** An outer pattern (외격) that was found: the chart gives itself to one element. */
export interface OuterPattern {
  readonly term: Term;
  /** Index of the element that is followed or become. */
  readonly element: number;
  readonly reasons: readonly Reason[];
}
