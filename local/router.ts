import findMyWay from 'find-my-way';
import type { LocalFunction } from './functions.ts';

/** Where a request goes. */
export interface Match {
  /** As API Gateway names it: `GET /v1/manse/days/{date}`, or `$default`. */
  readonly routeKey: string;
  /** Decoded. */
  readonly pathParameters: Readonly<Record<string, string | undefined>>;
  readonly function: LocalFunction;
}

export type Router = (method: string, path: string) => Match;

/** As long as a path may be; find-my-way's own limit is 100 characters a parameter. */
const MOST_PARAMETER_LENGTH = 8_192;

/** Routes as API Gateway does: exact paths before parameters, trailing slashes and letter case count, then `$default`. */
export function createRouter(functions: readonly LocalFunction[]): Router {
  const router = findMyWay({ maxParamLength: MOST_PARAMETER_LENGTH });
  const fallback = functions.find(({ http }) => http.fallback);
  if (fallback === undefined) throw new Error('No domain declares the fallback');
  for (const local of functions) {
    for (const { method, path } of local.http.operations) {
      const store = { routeKey: `${method} ${path}`, function: local };
      router.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), () => {}, store);
    }
  }
  const unmatched: Match = { routeKey: '$default', pathParameters: {}, function: fallback };
  return (method, path) => {
    const found = router.find(method as 'GET', path);
    if (found === null || found.store === null) return unmatched;
    return { ...found.store, pathParameters: found.params };
  };
}
