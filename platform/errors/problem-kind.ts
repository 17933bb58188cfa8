import type { Bilingual } from '../http/language.ts';

/** What a message needs to know about this occurrence. Shown to the caller, never logged. */
export type Facts = Readonly<Record<string, string | number>>;

/**
 * A kind of problem a caller may meet: its `code` and `status` are a promise,
 * its words may improve. A domain declares its own beside its contracts.
 */
export interface ProblemKind {
  /** Snake case, stable; callers branch on it. */
  readonly code: string;
  readonly status: number;
  readonly title: Bilingual;
  /** What went wrong this time and what to do about it. */
  detail(facts: Facts): Bilingual;
}
