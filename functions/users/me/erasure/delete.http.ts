import type { Handler } from '../../../../platform/http/route.ts';
import type { MeDependencies } from '../dependencies.ts';
import { checkProof } from '../proof/check.ts';
import type { eraseAccount } from './contract.ts';
import { eraseRows, finishErasure } from './erase.ts';

/** Erases the account of who asks and has proved to be its owner. */
export function eraseAccountHandler(
  dependencies: Pick<MeDependencies, 'database' | 'keys' | 'cache' | 'passwords' | 'proofs'>,
): Handler<typeof eraseAccount> {
  const { database, passwords, proofs } = dependencies;
  return async ({ body }, { caller: { userId }, now }) => {
    const at = now();
    const proof = { sql: database.sql, passwords, limiter: proofs };
    const useProof = await checkProof(proof, userId, body, 'erasure', at);
    await database.transaction(async tx => {
      await useProof(tx);
      await eraseRows(tx, userId, at);
    });
    // Where this fails the account is gone all the same: a job finishes within minutes.
    await finishErasure(dependencies, userId, at);
    return { erasedAt: at.toISOString() };
  };
}
