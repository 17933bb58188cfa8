import { ConfigurationError } from '../config/environment.ts';
import { failureOf } from '../db/failure.ts';
import { DomainError } from '../errors/domain-error.ts';
import { loggableError } from '../observability/loggable-error.ts';

/** Why nothing can be made of a record. Stable: operators filter and count by it. */
export type PoisonReason =
  /** Not JSON in UTF-8. */
  | 'not_json'
  /** JSON, and none of our CloudEvents. */
  | 'not_an_event'
  /** Its data breaks the contract of its type and version. */
  | 'unreadable_data'
  /** Recorded by newer code than this. */
  | 'newer_version'
  /** Read, and refused by what was to take effect: by a rule, by a constraint, by a mistake in the code. */
  | 'not_applied';

/** What is wrong with the platform itself, told by its own code: never the fault of a record. */
export class Fault extends Error {
  override readonly name: string = 'Fault';
}

/** Where an event stands in its stream. */
export interface EventIdentity {
  readonly streamId: string;
  readonly version: number;
  readonly type: string;
}

/** A record of which nothing can be made, however often it comes. */
export class Poison extends Error {
  override readonly name = 'Poison';
  readonly code: PoisonReason;
  /** Where so much of it could be read. */
  readonly event: EventIdentity | undefined;

  constructor(code: PoisonReason, event?: EventIdentity, cause?: unknown) {
    super('Nothing can be made of a record', { cause });
    this.code = code;
    this.event = event;
  }

  /** What may be kept of the error behind it: its class and code, and no message, which may quote data. */
  get behind(): { readonly errorClass: string | null; readonly errorCode: string | null } {
    if (this.cause === undefined) return { errorClass: null, errorCode: null };
    const { name, code } = loggableError(this.cause);
    return { errorClass: storable(name), errorCode: code === undefined ? null : storable(code) };
  }
}

const MOST_CHARACTERS = 200;

/** PostgreSQL takes no NUL. */
function storable(text: string): string {
  return text.replaceAll('\0', '').slice(0, MOST_CHARACTERS);
}

/**
 * SQLSTATEs that speak of values: cardinality (21), data (22), constraints (23), a view's check (44), a limit such as that of
 * an index's row (54), what a function raised (P0). Others speak of the database: a table or a right that is missing (42), no
 * room (53), a statement that took too long (57), a server that does not write (25). Those are mended, and then the same
 * record takes effect.
 */
const OF_VALUES = /^(?:21|22|23|44|54|P0)/;

/** Of the driver, the network and the SDK. */
const OF_CONNECTIONS = /^(?:CONNECT|E[A-Z]+$)/;

/**
 * Whether an error says that the record cannot be done, so that it may be set aside. What is not known to be the record's
 * fault is ours: the record comes again.
 */
export function isOfTheRecord(error: unknown): boolean {
  if (failureOf(error) !== 'final' || error instanceof ConfigurationError || error instanceof Fault) return false;
  // The database away, keys that cannot be asked for, too busy.
  if (error instanceof DomainError) return error.kind.status < 500;
  if (!(error instanceof Error)) return true;
  const { code } = error as { code?: unknown };
  if (error.name === 'PostgresError') return OF_VALUES.test(String(code));
  if ('$metadata' in error || 'syscall' in error) return false;
  return typeof code !== 'string' || !OF_CONNECTIONS.test(code);
}
