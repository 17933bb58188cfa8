import type { Bilingual } from '../http/language.ts';
import type { Facts } from './problem-kind.ts';

/** The part of a request a value came in. */
export type RequestPart = 'path' | 'query' | 'header' | 'body';

/** One value of a request that is not accepted. */
export interface FieldIssue {
  readonly in: RequestPart;
  /** Dotted, with array positions from 0: `births.3.date`. Empty for the part as a whole. Of a caller's own names: `pathBelow`. */
  readonly path: string;
  /** Snake case, stable. */
  readonly code: string;
  readonly facts?: Facts;
  /** Words for a code that only its domain knows; others are in field-messages.ts. */
  readonly detail?: Bilingual;
}

/** Of one request so many are told: a body of 256 kB may have 40,000 unknown fields, and Lambda answers at most 6 MB. */
export const MOST_ISSUES = 100;

/** A request with values that are not accepted: answered 400 `invalid_request`, naming all of them, or the first hundred. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';
  readonly issues: readonly FieldIssue[];

  constructor(issues: readonly FieldIssue[]) {
    super('invalid_request');
    this.issues = issues;
  }
}
