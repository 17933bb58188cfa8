import { DomainError } from '../errors/domain-error.ts';
import { internalError } from '../errors/kinds.ts';
import type { ProblemKind } from '../errors/problem-kind.ts';
import type { KeyTrouble } from './key-unusable.ts';
import { accountErased, keysUnavailable } from './kinds.ts';

/**
 * Why a value did not open. Of the value itself: `malformed` (too short to be one), `unknown_version`, `altered` (moved from
 * its place, cut or changed: its tag does not fit). The others are of its key.
 */
export type UnopenedCode = 'malformed' | 'unknown_version' | 'altered' | KeyTrouble;

/** Who may try again, or has nothing to find any more, is told so; the rest is our fault, and says nothing. */
const KINDS: Readonly<Partial<Record<UnopenedCode, ProblemKind>>> = {
  erased: accountErased,
  key_unavailable: keysUnavailable,
};

/** A sealed value that stays closed. Says nothing of what is in it. */
export class UnopenedField extends DomainError {
  override readonly name = 'UnopenedField';
  /** For the audit and the log. */
  readonly code: UnopenedCode;

  constructor(code: UnopenedCode, cause?: unknown) {
    super(KINDS[code] ?? internalError, {}, code === 'key_unavailable' ? { 'retry-after': '1' } : {});
    this.code = code;
    this.cause = cause;
  }
}
