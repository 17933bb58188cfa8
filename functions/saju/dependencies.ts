import type { AccessLog } from '../../platform/audit/access-log.ts';
import type { OpenRecorded } from '../../platform/audit/open-recorded.ts';
import type { Cache } from '../../platform/cache/cache.ts';
import type { Database } from '../../platform/db/database.ts';
import type { FieldCipher } from '../../platform/encryption/field-cipher.ts';
import type { Seal } from '../../platform/idempotency/stored-answer.ts';
import type { Stopwatch } from '../../platform/observability/stopwatch.ts';

/** What operations on stored charts work with; those that only calculate need none of it. */
export interface StoredChartDependencies {
  readonly database: Database;
  readonly cipher: FieldCipher;
  /** The way to plaintext: recorded, then opened. */
  readonly openRecorded: OpenRecorded;
  /** For what does not open although no reading of the database was asked for: a cached value. */
  readonly log: AccessLog;
  readonly cache: Cache;
  /** Seals answers kept for a request that is sent twice. */
  readonly seal: Seal;
  readonly stopwatch: Stopwatch;
  newId(): string;
}
