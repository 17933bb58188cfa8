import { DomainError } from '../../platform/errors/domain-error.ts';
import { methodNotAllowed, routeNotFound } from '../../platform/errors/kinds.ts';
import type { Operation } from '../../platform/http/operation.ts';

/**
 * What no route matches: 405 with the methods where the path has some, else 404. HEAD too is 405: HTTP APIs do not
 * route it to GET, and an answer without a body would cost as much to make.
 */
export function createFallback(operations: readonly Operation[]): (method: string, path: string) => never {
  return (_, path) => {
    const methods = operations.filter(operation => matches(operation.path, path)).map(({ method }) => method);
    if (methods.length === 0) throw new DomainError(routeNotFound);
    const allowed = [...new Set(methods)].sort().join(', ');
    throw new DomainError(methodNotAllowed, { allowed }, { allow: allowed });
  };
}

/** As API Gateway matches: each `{name}` is one segment. */
function matches(template: string, path: string): boolean {
  const segments = path.split('/');
  const expected = template.split('/');
  return (
    segments.length === expected.length &&
    expected.every((name, at) => (name.startsWith('{') ? segments[at] !== '' : segments[at] === name))
  );
}
