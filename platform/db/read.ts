import { DomainError } from '../errors/domain-error.ts';
import { databaseUnavailable } from '../errors/kinds.ts';
import { failureOf } from './failure.ts';

const RETRY_AFTER = { 'retry-after': '5' };

/**
 * The result of a statement that only reads.
 * @throws DomainError `database_unavailable` where the connection was lost or refused; the server's refusals as they are
 */
export async function read<Result>(statement: PromiseLike<Result>): Promise<Result> {
  try {
    return await statement;
  } catch (error) {
    throw failureOf(error) === 'lost' ? new DomainError(databaseUnavailable, {}, RETRY_AFTER) : error;
  }
}
