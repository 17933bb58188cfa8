import type { FieldIssue } from '../errors/field-issue.ts';

/** Whether an operation takes an `Idempotency-Key`, or insists on one. */
export type IdempotencyRule = 'optional' | 'required';

export const KEY_HEADER = 'Idempotency-Key';
export const MOST_KEY_LENGTH = 255;

export interface IdempotencyKey {
  /** Undefined where the request has none. */
  readonly value: string | undefined;
  readonly issues: readonly FieldIssue[];
}

/** An RFC 9651 string (3.3.3), as the header's draft asks for; what most clients send is bare. */
const QUOTED = /^"((?:[ !#-[\]-~]|\\["\\])*)"$/;
const VISIBLE_ASCII = /^[!-~]+$/;

/** Reads a request's `Idempotency-Key`: the same key in quotes and without. */
export function readIdempotencyKey(header: string | undefined, rule: IdempotencyRule): IdempotencyKey {
  if (header === undefined) {
    return { value: undefined, issues: rule === 'required' ? [issue('required')] : [] };
  }
  const text = header.trim();
  const value = text.startsWith('"') ? QUOTED.exec(text)?.[1]?.replaceAll(/\\(.)/g, '$1') : text;
  const accepted = value !== undefined && value.length <= MOST_KEY_LENGTH && VISIBLE_ASCII.test(value);
  return accepted ? { value, issues: [] } : { value: undefined, issues: [issue('invalid_idempotency_key')] };
}

function issue(code: string): FieldIssue {
  return { in: 'header', path: KEY_HEADER, code };
}
