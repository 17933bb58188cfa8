import { KMSServiceException } from '@aws-sdk/client-kms';
import { KeyUnusable } from './key-unusable.ts';

/** Refusals of the client's side that pass. */
const PASSING = new Set(['ThrottlingException', 'LimitExceededException', 'RequestTimeoutException']);

/**
 * The answer of KMS. What it refuses (no right, key disabled, other encryption context, …) is denied; what it could not do
 * (throttled, out of order, not reached) is unavailable. The client has tried again by then.
 * @throws KeyUnusable in place of what the client throws
 */
export async function ofKms<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (error) {
    const refused = error instanceof KMSServiceException && error.$fault === 'client' && !PASSING.has(error.name);
    throw new KeyUnusable(refused ? 'key_denied' : 'key_unavailable', error);
  }
}
