import { DomainError } from '../errors/domain-error.ts';
import { databaseFull, databaseUnavailable } from '../errors/kinds.ts';
import { failureOf } from './failure.ts';

/** A failover's seconds. */
export const RETRY_AFTER = { 'retry-after': '5' };

/** Room is made by somebody. */
const RETRY_AFTER_ROOM = { 'retry-after': '60' };

/**
 * What a caller is told of an error of the driver that is the database's trouble, which passes, and not ours: it was lost, lets
 * nobody in, or has no room. Undefined for others. A single statement that was lost on its way may have been carried out;
 * what has to be known of a write is known of a transaction.
 */
export function unavailable(error: unknown): DomainError | undefined {
  switch (failureOf(error)) {
    case 'lost':
      return new DomainError(databaseUnavailable, {}, RETRY_AFTER);
    case 'full':
      return new DomainError(databaseFull, {}, RETRY_AFTER_ROOM);
    default:
      return undefined;
  }
}
