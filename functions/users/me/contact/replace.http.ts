import { append } from '../../../../platform/events/event-store.ts';
import { type Handler, routeKey } from '../../../../platform/http/route.ts';
import { checkVerification, useVerification } from '../../accounts/verifications/store.ts';
import { contactHash } from '../../contact.ts';
import { contactChanged, userStream } from '../../events.ts';
import type { MeDependencies } from '../dependencies.ts';
import { readProfile } from '../profile/profile.ts';
import { checkProof } from '../proof/check.ts';
import { replaceContact } from './contract.ts';
import { tellFormerContact } from './former-contact.ts';
import { updateContact } from './store.ts';

const PURPOSE = 'contact-change';

/** Replaces a contact, once its new owner and the account's owner have been proved to be one; the former one is told. */
export function replaceContactHandler(
  dependencies: Pick<
    MeDependencies,
    'database' | 'cipher' | 'openRecorded' | 'blindIndex' | 'passwords' | 'proofs' | 'messenger'
  >,
): Handler<typeof replaceContact> {
  const { database, cipher, openRecorded, blindIndex, passwords, proofs, messenger } = dependencies;
  const purpose = routeKey(replaceContact);
  return async ({ body: { contact, verification, proof } }, context) => {
    const { userId } = context.caller;
    const { requestId } = context;
    const at = context.now();
    const hash = await contactHash(blindIndex, contact);
    const asked = { sql: database.sql, passwords, limiter: proofs };
    const useProof = await checkProof(asked, userId, proof, PURPOSE, at);
    await checkVerification(database.sql, verification, { purpose: PURPOSE, contactHash: hash }, at);
    const column = contact.kind === 'email' ? 'email' : 'phone_number';
    const sealed = await cipher.seal({ userId, table: 'users', column, rowId: userId }, contact.value);

    const former = await readProfile(database.sql, openRecorded, { userId, purpose, requestId });

    await database.transaction(async tx => {
      await useProof(tx);
      await useVerification(tx, verification, at);
      await updateContact(tx, userId, { kind: contact.kind, sealed, hash }, at);
      await append(tx, userStream(userId), 'any', [contactChanged.of({ kind: contact.kind })], {
        occurredAt: at,
        metadata: { requestId },
      });
    });
    // The change stands, whether or not word of it gets through.
    await tellFormerContact(messenger, former, contact.kind).catch(() => context.measure('notices_unsent', 1, 'Count'));
    return undefined;
  };
}
