import { failureOf } from '../db/failure.ts';
import { DomainError } from '../errors/domain-error.ts';
import { databaseUnavailable, internalError } from '../errors/kinds.ts';

const RETRY_AFTER = { 'retry-after': '5' };

/** A reading of personal data that could not be recorded, and so did not take place. The log says why, in its cause. */
export class AccessNotRecorded extends DomainError {
  override readonly name = 'AccessNotRecorded';

  constructor(cause: unknown) {
    const lost = failureOf(cause) === 'lost';
    super(lost ? databaseUnavailable : internalError, {}, lost ? RETRY_AFTER : {});
    this.cause = cause;
  }
}
