import { unavailable } from '../db/unavailable.ts';
import { DomainError } from '../errors/domain-error.ts';
import { internalError } from '../errors/kinds.ts';

/** A reading of personal data that could not be recorded, and so did not take place. The log says why, in its cause. */
export class AccessNotRecorded extends DomainError {
  override readonly name = 'AccessNotRecorded';

  constructor(cause: unknown) {
    const told = unavailable(cause);
    super(told?.kind ?? internalError, {}, told?.headers);
    this.cause = cause;
  }
}
