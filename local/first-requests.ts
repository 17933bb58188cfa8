import type * as z from 'zod';
import type { Operation } from '../platform/http/operation.ts';
import type { LocalFunction } from './functions.ts';

/** One request to try of each domain that needs no account, as curl commands, from the examples in its contracts. */
export function firstRequests(origin: string, functions: readonly LocalFunction[]): readonly string[] {
  return functions.flatMap(({ http }) => {
    const open = http.operations.filter(({ auth }) => auth === 'none');
    const commands = open.map(operation => curl(origin, operation));
    const first = commands.find(command => command !== undefined);
    return first === undefined ? [] : [first];
  });
}

/** Undefined where the contract has no examples to fill the request with. */
function curl(origin: string, { method, path, request, examples }: Operation): string | undefined {
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const example = exampleOf(request.params?.shape[name]);
    return example === undefined ? whole : encodeURIComponent(String(example));
  });
  if (filled.includes('{')) return undefined;
  if (method === 'GET') return `curl ${origin}${filled}`;
  const [body] = Object.values(examples?.requests ?? {});
  if (body === undefined) return undefined;
  const json = JSON.stringify(body.value).replaceAll("'", "'\\''");
  return `curl ${origin}${filled} -H 'content-type: application/json' -d '${json}'`;
}

function exampleOf(schema: z.core.$ZodType | undefined): unknown {
  const meta = (schema as z.ZodType | undefined)?.meta();
  return meta?.example ?? (meta?.examples as readonly unknown[] | undefined)?.[0];
}
