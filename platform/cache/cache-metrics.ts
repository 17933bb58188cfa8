import type { RequestContext } from '../http/request-context.ts';
import type { CacheEvent } from './cache.ts';

/** Metrics of a function's cache. The hit rate is (l1 + l2) / (l1 + l2 + misses). */
const NAMES: Readonly<Record<CacheEvent, string>> = {
  l1: 'cache_l1_hits',
  l2: 'cache_l2_hits',
  miss: 'cache_misses',
  l2_down: 'cache_l2_failures',
};

/** Counts the cache's events as metrics of a request: the `observe` of its readings. */
export function cacheMetrics(context: Pick<RequestContext, 'measure'>): (event: CacheEvent) => void {
  return event => context.measure(NAMES[event], 1, 'Count');
}
