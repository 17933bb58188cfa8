import * as z from 'zod';
import type { Transaction } from '../../../platform/db/database.ts';
import type { BlindIndex } from '../../../platform/encryption/blind-index.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import type { JobArgument } from '../../../platform/jobs/job-arguments.ts';
import { UnusableArguments } from '../../../platform/jobs/unusable-arguments.ts';
import { contactHash, contactInput } from '../contact.ts';
import { grantedRoles, roleGranted, roleRevoked, userStream } from '../events.ts';

/** What they take. */
export const roleArguments: readonly JobArgument[] = [{ name: 'ROLE', oneOf: () => grantedRoles }, { name: 'ACCOUNT' }];

/**
 * Gives an account a role, or takes it away: `npm run job grant-role -- operator miso@example.com`. What stands as it is to be
 * is left so.
 *
 * @param blindIndex by which an account is found by its e-mail address or phone
 */
export function changeRole(change: 'grant' | 'revoke', blindIndex: () => BlindIndex): Job {
  return async ({ database, now, arguments: [roleName, account = ''] }) => {
    const role = z.enum(grantedRoles).parse(roleName);
    const find = await finder(account, blindIndex);
    return database.transaction(async tx => {
      const userId = await find(tx);
      // Neither what was written nor whether it is an address goes into a message: messages are logged.
      if (userId === undefined)
        throw new UnusableArguments('ACCOUNT is the id, the e-mail or the phone of an account, and this is of none.');
      const at = now();
      const { count } =
        change === 'grant'
          ? await tx`
              insert into user_roles (user_id, role, granted_at) values (${userId}, ${role}, ${at})
              on conflict do nothing`
          : await tx`delete from user_roles where user_id = ${userId} and role = ${role}`;
      const event = change === 'grant' ? roleGranted : roleRevoked;
      if (count > 0) await append(tx, userStream(userId), 'any', [event.of({ role })], { occurredAt: at });
      return { changed: count };
    });
  };
}

type Finder = (tx: Transaction) => Promise<string | undefined>;

async function finder(account: string, blindIndex: () => BlindIndex): Promise<Finder> {
  const byId = z.uuid().safeParse(account);
  if (byId.success) {
    return async tx => {
      const [row] = await tx<{ id: string }[]>`
        select id from users where id = ${byId.data} and account_status <> 'deleted' for update`;
      return row?.id;
    };
  }
  const contact = contactInput.safeParse(account.includes('@') ? { email: account } : { phone: account });
  if (!contact.success) return async () => undefined;
  const hash = await contactHash(blindIndex(), contact.data);
  return async tx => {
    const [row] = await tx<{ id: string }[]>`
      select id from users where ${hash}::bytea in (email_hash, phone_hash) for update`;
    return row?.id;
  };
}
