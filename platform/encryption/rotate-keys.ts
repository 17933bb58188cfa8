import { DomainError } from '../errors/domain-error.ts';
import type { KeyRing, KeyStore } from './key-store.ts';
import type { KeyWrapping } from './key-wrapping.ts';
import { accountErased } from './kinds.ts';
import type { UserKeys } from './user-keys.ts';

/** A user's key seals for a year, then another does. */
const SEALS_FOR_MS = 365 * 24 * 60 * 60 * 1000;

/** Users whose keys are in work at once: with KMS at 10 ms a call, 100,000 of them take a minute. */
const AT_ONCE = 20;

export interface RotateKeysDependencies {
  readonly store: KeyStore;
  readonly wrapping: KeyWrapping;
  readonly keys: Pick<UserKeys, 'rotate'>;
  readonly now: () => Date;
  readonly progress?: (counts: RotationCounts) => void;
}

/** Users who were looked at, keys that are under the current master key now, users who got a new key. */
export type RotationCounts = Readonly<Record<'users' | 'rewrapped' | 'rotated', number>>;

/**
 * Puts the keys of all users under the current master key, so that a former one can be given up, and gives a new key to whom
 * seals under one of more than a year. A run that is broken off is carried on by the next.
 * @throws what KMS or the table throw, once the users in work are done with
 */
export async function rotateKeys(dependencies: RotateKeysDependencies): Promise<RotationCounts> {
  const { store, progress = () => {} } = dependencies;
  const counts = { users: 0, rewrapped: 0, rotated: 0 };
  for await (const page of store.pages()) {
    for (let from = 0; from < page.length; from += AT_ONCE) {
      const users = page.slice(from, from + AT_ONCE);
      const done = await Promise.allSettled(users.map(({ userId, ring }) => rotateUser(dependencies, userId, ring)));
      for (const outcome of done) {
        if (outcome.status === 'rejected') throw outcome.reason;
        counts.users++;
        counts.rewrapped += outcome.value.rewrapped;
        counts.rotated += outcome.value.rotated;
      }
    }
    progress({ ...counts });
  }
  return counts;
}

async function rotateUser(
  { store, wrapping, keys, now }: RotateKeysDependencies,
  userId: string,
  ring: KeyRing & { readonly erased: false },
) {
  let rewrapped = 0;
  for (const { id, wrapped } of ring.keys.values()) {
    if (wrapped.by === wrapping.current) continue;
    // Not replaced: erased in the meantime, or done by another run.
    if (await store.replace(userId, id, wrapped, await wrapping.rewrap(userId, wrapped))) rewrapped++;
  }
  const { createdAt } = ring.keys.get(ring.currentId)!;
  if (now().getTime() - createdAt.getTime() < SEALS_FOR_MS) return { rewrapped, rotated: 0 };
  // Nor is a user who was erased in the meantime a failure.
  const rotated = await keys.rotate(userId).then(
    () => 1,
    error => (isErased(error) ? 0 : Promise.reject(error)),
  );
  return { rewrapped, rotated };
}

function isErased(error: unknown): boolean {
  return error instanceof DomainError && error.kind === accountErased;
}
