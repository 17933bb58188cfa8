import type { Facts, ProblemKind } from './problem-kind.ts';

/** A refusal that callers are told of. Thrown anywhere below a handler; one mapper turns it into a problem. */
export class DomainError extends Error {
  override readonly name: string = 'DomainError';
  readonly kind: ProblemKind;
  readonly facts: Facts;
  /** Response headers the problem needs: `allow`, `retry-after`. Lower case. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(kind: ProblemKind, facts: Facts = {}, headers: Readonly<Record<string, string>> = {}) {
    super(kind.code);
    this.kind = kind;
    this.facts = facts;
    this.headers = headers;
  }
}
