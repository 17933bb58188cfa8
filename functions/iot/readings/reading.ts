import type { ReadingType } from './reading-types.ts';

/** A reading that was found to be right: what is stored, counted and shown. */
export interface Reading {
  readonly deviceId: string;
  readonly type: ReadingType;
  /** In the type's unit, rounded to ten-thousandths: what the database keeps. */
  readonly value: number;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
  readonly accuracy: number | null;
  readonly ambientConditions: Readonly<Record<string, number>> | null;
  readonly userPresence: boolean | null;
}
