import type { Transaction } from '../db/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { refusedCredentials } from '../http/authorise.ts';
import { accountSuspended } from './kinds.ts';

/** What may be done with an account that is suspended: nothing is processed, but every right of its user goes on. */
type WhileSuspended = 'allowed' | 'refused';

/**
 * Holds the account until the transaction ends: neither erased nor suspended meanwhile. Every write of a user's data asks
 * first, since an access token is good for 15 minutes after its account is gone.
 * @throws DomainError `unauthenticated` where it is erased or never was, `account_suspended`
 */
export async function holdAccount(tx: Transaction, userId: string, whileSuspended: WhileSuspended): Promise<void> {
  refuseState(
    await tx<AccountState[]>`select account_status as status from users where id = ${userId} for share`,
    whileSuspended,
  );
}

/** As `holdAccount`, and nobody else holds it meanwhile: whoever does now ends first. */
export async function holdAccountAlone(tx: Transaction, userId: string, whileSuspended: WhileSuspended): Promise<void> {
  refuseState(
    await tx<AccountState[]>`select account_status as status from users where id = ${userId} for no key update`,
    whileSuspended,
  );
}

interface AccountState {
  readonly status: string;
}

function refuseState([account]: readonly AccountState[], whileSuspended: WhileSuspended): void {
  if (account === undefined || account.status === 'deleted') throw refusedCredentials('invalid_token');
  if (account.status === 'suspended' && whileSuspended === 'refused') throw new DomainError(accountSuspended);
}
