import type { Category } from '../categories.ts';
import type { SignalKind } from '../interests/signals.ts';

/** What a user did about a category on a day, in one way. */
export interface SignalCount {
  readonly category: Category;
  readonly kind: SignalKind;
  readonly count: number;
  /** Of that day. */
  readonly lastAt: Date;
}

/** An interpretation that the user keeps. */
export interface KeptInterpretation {
  readonly category: Category;
  readonly at: Date;
  readonly rating: number | null;
}

/** What is known of a user's interests. */
export interface Evidence {
  readonly signals: readonly SignalCount[];
  readonly interpretations: readonly KeptInterpretation[];
}

export const NO_EVIDENCE: Evidence = { signals: [], interpretations: [] };

const DAY_MS = 86_400_000;

/** What is left of something after its age, by its half-life: 1 of what is of now or, by a fast clock, of later. */
export function remaining(at: Date, now: Date, halfLifeDays: number): number {
  return 2 ** (-Math.max(0, now.getTime() - at.getTime()) / (halfLifeDays * DAY_MS));
}

/** The latest of instants. */
export function latest(instants: readonly Date[]): Date | null {
  return instants.length === 0 ? null : new Date(Math.max(...instants.map(at => at.getTime())));
}
