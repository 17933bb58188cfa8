import type { Transaction } from '../../../../platform/db/database.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { append } from '../../../../platform/events/event-store.ts';
import type { Handler } from '../../../../platform/http/route.ts';
import { contactHash } from '../../contact.ts';
import type { AccountsDependencies } from '../../dependencies.ts';
import { passwordReset, userStream } from '../../events.ts';
import { forgetDevices } from '../../sessions/known-devices.ts';
import { endSessions } from '../../sessions/store.ts';
import { verificationRefused } from '../kinds.ts';
import { holdAccountOf, updatePassword } from '../store.ts';
import { checkVerification, type GivenVerification, useVerification } from '../verifications/store.ts';
import type { createPasswordReset } from './contract.ts';

interface Reset {
  readonly contactHash: Uint8Array;
  readonly verification: GivenVerification;
  readonly passwordHash: string;
}

/** Sets a new password. Where there is no account no code was sent: whatever comes here is a wrong one. */
export function createPasswordResetHandler(dependencies: AccountsDependencies): Handler<typeof createPasswordReset> {
  return async ({ body: { contact, verification, password } }, context) => {
    const { database, encryption, passwords, messenger } = dependencies;
    const hash = await contactHash(encryption.blindIndex, contact);
    const now = context.now();
    await checkVerification(database.sql, verification, { purpose: 'password-reset', contactHash: hash }, now);
    const reset = { contactHash: hash, verification, passwordHash: await passwords.hash(password) };
    await database.transaction(tx => carryOut(tx, reset, now, context.requestId));

    const channel = contact.kind === 'email' ? 'email' : 'sms';
    const { language } = context;
    // The password has been changed, whether or not the news of it arrives.
    await messenger
      .send({ to: contact.value, channel, language, template: 'password-changed', values: {} })
      .catch(() => context.measure('notices_not_sent', 1, 'Count'));
    return undefined;
  };
}

async function carryOut(
  tx: Transaction,
  { contactHash, verification, passwordHash }: Reset,
  now: Date,
  requestId: string,
): Promise<void> {
  const account = await holdAccountOf(tx, contactHash);
  if (account === undefined) throw new DomainError(verificationRefused);
  await useVerification(tx, verification, now);
  await updatePassword(tx, account.id, passwordHash, now);
  await endSessions(tx, { userId: account.id, reason: 'password_reset' }, now, requestId);
  await forgetDevices(tx, account.id);
  await append(tx, userStream(account.id), 'any', [passwordReset.of({})], {
    occurredAt: now,
    metadata: { requestId },
  });
}
