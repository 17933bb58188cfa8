import type { Transaction } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { locationConsentNeeded } from './kinds.ts';

/**
 * Refuses users who do not agree to the use of where they are, by their last decision on it. In a transaction that holds the account
 * it stays so until the end: a withdrawal waits, and deletes what was written.
 * @throws DomainError `location_consent_needed`
 */
export async function refuseWithoutConsent(tx: Transaction, userId: string): Promise<void> {
  const [last] = await tx<{ given: boolean }[]>`
    select given from consents where user_id = ${userId} and kind = 'location' order by position desc limit 1`;
  if (last?.given !== true) throw new DomainError(locationConsentNeeded);
}
