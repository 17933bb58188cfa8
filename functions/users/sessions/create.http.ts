import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { InputOf } from '../../../platform/http/operation.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { accountOf, holdAccountOf, updatePassword } from '../accounts/store.ts';
import { checkVerification, useVerification } from '../accounts/verifications/store.ts';
import { contactHash } from '../contact.ts';
import type { AccountsDependencies } from '../dependencies.ts';
import { newSecretToken } from '../secret-token.ts';
import type { createSession } from './contract.ts';
import { admitGuess, forgetGuess, type Guess } from './guessing.ts';
import { CHALLENGE, credentialsRefused } from './kinds.ts';
import { insertDevice, isKnownDevice, trustDevice } from './known-devices.ts';
import { networkOf } from './network.ts';
import { openSession, sessionAnswer } from './open-session.ts';

type Body = InputOf<typeof createSession>['body'];

/** How far a log-in is trusted before its password is looked at. */
type Trust = 'device' | 'code' | 'none';

/**
 * Logs in. Up to the comparison of the password, the same is done for an account that does not exist. That takes a tenth of a
 * second: an account that was given another password or contact meanwhile, or erased, is looked at again.
 */
export function createSessionHandler(dependencies: AccountsDependencies): Handler<typeof createSession> {
  const { newId } = dependencies;
  return async ({ body }, context) => {
    const { database, encryption, passwords, tokens } = dependencies;
    const now = context.now();
    const { blindIndex } = encryption;
    const guess: Guess = {
      contactHash: await contactHash(blindIndex, body.contact),
      networkHash: await blindIndex.of('network', networkOf(context.clientAddress)),
    };
    const trust = await trustOf(dependencies, body, guess, now);
    if (trust === 'none') await admitGuess(database.sql, guess, now);

    for (;;) {
      const account = await accountOf(database.sql, guess.contactHash);
      const { matches, outdated } = await passwords.verify(body.password, account?.passwordHash);
      if (account === undefined || !matches) {
        context.measure('logins_refused', 1, 'Count');
        throw new DomainError(credentialsRefused, {}, CHALLENGE);
      }
      const rehashed = outdated ? await passwords.hash(body.password) : undefined;
      const deviceToken = trust === 'device' ? undefined : newSecretToken();
      const opened = await database.transaction(async tx => {
        const held = await holdAccountOf(tx, guess.contactHash);
        if (held?.id !== account.id || held.passwordHash !== account.passwordHash) return undefined;
        if (trust === 'code') await useVerification(tx, body.verification!, now);
        if (deviceToken === undefined) await trustDevice(tx, body.deviceToken!, now);
        else await insertDevice(tx, account.id, deviceToken, now);
        if (rehashed !== undefined) await updatePassword(tx, account.id, rehashed, now);
        return openSession(tx, { userId: account.id, method: 'password', newId }, context, now);
      });
      if (opened === undefined) continue;
      if (trust === 'none') await forgetGuess(database.sql, guess);
      return { ...(await sessionAnswer(tokens, opened, now)), ...(deviceToken !== undefined && { deviceToken }) };
    }
  };
}

/** @throws DomainError `verification_refused` for a code that is wrong: it is never passed over in silence */
async function trustOf(
  { database }: Pick<AccountsDependencies, 'database'>,
  { deviceToken, verification }: Body,
  { contactHash }: Guess,
  now: Date,
): Promise<Trust> {
  if (verification !== undefined) {
    await checkVerification(database.sql, verification, { purpose: 'log-in', contactHash }, now);
    return 'code';
  }
  return (await isKnownDevice(database.sql, deviceToken, contactHash, now)) ? 'device' : 'none';
}
