import type { HttpHandler } from '../platform/http/http-function.ts';
import type { Domain, HttpDeclaration } from '../platform/manifest/domain.ts';

/** A domain's function, loaded. */
export interface LocalFunction {
  readonly domain: Domain;
  readonly http: HttpDeclaration;
  readonly handler: HttpHandler;
  /** What its import took, in milliseconds. */
  readonly loadedInMs: number;
}

/** Imports the entry of every domain that serves HTTP, one after another, so that each one's time is its own. */
export async function loadFunctions(domains: readonly Domain[]): Promise<readonly LocalFunction[]> {
  const functions: LocalFunction[] = [];
  for (const domain of domains) {
    const { http } = domain;
    if (http === undefined) continue;
    const start = performance.now();
    const { handler } = (await import(new URL(`../${http.entry}`, import.meta.url).href)) as { handler: HttpHandler };
    functions.push({ domain, http, handler, loadedInMs: performance.now() - start });
  }
  return functions;
}
