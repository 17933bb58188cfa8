import { DomainError } from '../../platform/errors/domain-error.ts';
import { type FieldIssue, InvalidRequest } from '../../platform/errors/field-issue.ts';
import { methodNotAllowed, routeNotFound } from '../../platform/errors/kinds.ts';
import type { Operation } from '../../platform/http/operation.ts';

/**
 * What no route matches: 405 with the methods where the path has some, else 404. HEAD too is 405: HTTP APIs do not
 * route it to GET, and an answer without a body would cost as much to make.
 */
export function createFallback(operations: readonly Operation[]): (method: string, path: string) => never {
  return (method, path) => {
    const there = operations.filter(operation => matches(operation.path, path));
    if (there.length === 0) throw new DomainError(routeNotFound);
    const meant = there.find(operation => operation.method === method);
    // It has a route and came here all the same: its path cannot be decoded.
    if (meant !== undefined) throw new InvalidRequest(undecodable(meant.path, path));
    const allowed = [...new Set(there.map(operation => operation.method))].sort().join(', ');
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

function undecodable(template: string, path: string): readonly FieldIssue[] {
  const segments = path.split('/');
  return template.split('/').flatMap((name, at) => {
    try {
      decodeURIComponent(segments[at]!);
      return [];
    } catch {
      return [{ in: 'path', path: name.slice(1, -1), code: 'invalid_encoding' }];
    }
  });
}
