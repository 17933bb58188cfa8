import type { Bilingual } from '../http/language.ts';

/**
 * Why a value is refused that only its domain knows: its `code` is a promise, its words may improve. Contracts name it among
 * their errors. Where an occurrence has facts, it brings a `detail` of its own.
 */
export interface FieldKind {
  /** Snake case, stable; no code of field-messages.ts. */
  readonly code: string;
  readonly detail: Bilingual;
}
