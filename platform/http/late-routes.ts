import type { Operation } from './operation.ts';
import { type Route, routeKey } from './route.ts';

/**
 * Routes whose code is loaded at the first request for one of them: a function that also answers others need not pay for
 * it when it starts. Contracts are there from the beginning, so that who may call is decided before anything is loaded.
 * @param load gives a route for each of the operations
 */
export function lateRoutes(operations: readonly Operation[], load: () => Promise<readonly Route[]>): readonly Route[] {
  let loading: Promise<ReadonlyMap<string, Route>> | undefined;
  async function loaded(): Promise<ReadonlyMap<string, Route>> {
    loading ??= load().then(routes => new Map(routes.map(route => [route.key, route])));
    try {
      return await loading;
    } catch (error) {
      // A setting that could not be read may be readable for the next request.
      loading = undefined;
      throw error;
    }
  }

  return operations.map(operation => {
    const key = routeKey(operation);
    return {
      key,
      request: operation.request,
      access: operation,
      async answer(exchange) {
        const route = (await loaded()).get(key);
        if (route === undefined) throw new TypeError(`${key} has no handler`);
        return route.answer(exchange);
      },
    };
  });
}
