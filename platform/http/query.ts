import type { FieldIssue } from '../errors/field-issue.ts';
import { pathBelow } from '../errors/field-path.ts';

export interface Query {
  readonly value: Readonly<Record<string, string>>;
  readonly issues: readonly FieldIssue[];
}

const none: Query = { value: {}, issues: [] };

/**
 * Reads a query string: each parameter once, form-encoded (`+` is a space). Read from the raw string,
 * since API Gateway joins repeated parameters by commas, and a value may have commas of its own.
 */
export function readQuery(raw: string): Query {
  if (raw === '') return none;
  const issues: FieldIssue[] = [];
  const value = new Map<string, string>();
  for (const pair of raw.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const text = equals < 0 ? '' : decode(pair.slice(equals + 1));
    if (name === undefined || text === undefined) {
      issues.push({ in: 'query', path: pathBelow('', name ?? ''), code: 'invalid_encoding' });
    } else if (value.has(name)) {
      issues.push({ in: 'query', path: pathBelow('', name), code: 'duplicate' });
    } else if (name === '__proto__') {
      issues.push({ in: 'query', path: name, code: 'unknown_field' });
    } else {
      value.set(name, text);
    }
  }
  return { value: Object.fromEntries(value), issues };
}

function decode(text: string): string | undefined {
  if (!text.includes('%') && !text.includes('+')) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
