import type { OpenRecorded } from '../../../platform/audit/open-recorded.ts';
import type { Cache } from '../../../platform/cache/cache.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { BlindIndex } from '../../../platform/encryption/blind-index.ts';
import type { FieldCipher } from '../../../platform/encryption/field-cipher.ts';
import type { UserKeys } from '../../../platform/encryption/user-keys.ts';
import type { Seal } from '../../../platform/idempotency/stored-answer.ts';
import type { Messenger } from '../../../platform/messenger/messenger.ts';
import type { Passwords } from '../../../platform/passwords/password.ts';
import type { Limiter } from '../../../platform/rate-limit/limiter.ts';

/** What the operations on one's own data work with. */
export interface MeDependencies {
  readonly database: Database;
  readonly cipher: FieldCipher;
  readonly keys: Pick<UserKeys, 'destroy'>;
  /** The way to plaintext: recorded, then opened. */
  readonly openRecorded: OpenRecorded;
  readonly cache: Pick<Cache, 'invalidate'>;
  /** Seals answers kept for a request that is sent twice. */
  readonly seal: Seal;
  readonly passwords: Pick<Passwords, 'verify'>;
  /** How often an account may try to prove more than its token does. */
  readonly proofs: Limiter;
  readonly blindIndex: BlindIndex;
  readonly messenger: Messenger;
  newId(): string;
  /**
   * Begins to make an export that has just been asked for, where the process lives on after its answer: on one machine.
   * Elsewhere the job does, within a minute.
   */
  startExport?(requested: { readonly id: string; readonly userId: string }, requestId: string): void;
}
