import { type ReadingType, readingTypes } from '../readings/reading-types.ts';

/**
 * When a threshold raises an alert, and when it clears it. By the readings' own times, so that the answer does not depend on how
 * they were cut into batches:
 *
 * - The first reading beyond the limit raises it.
 * - It is cleared by a reading that is inside the limit by a margin (hysteresis), and was recorded at least 60 s and two sampling
 *   intervals (hold) after the last reading that was not. A value that goes to and fro raises one alert.
 * - What was recorded before the last alert was cleared raises no other: it came late, and tells of what is over.
 * - What was recorded over an hour ago raises nothing: an alert asks somebody to act now.
 */

export type LimitKind = 'above_maximum' | 'below_minimum';

/** A limit of a device's readings of a type. */
export interface Limit {
  readonly kind: LimitKind;
  readonly value: number;
  /** How far inside a reading has to be, in its unit. */
  readonly margin: number;
  /** For how long. */
  readonly holdMs: number;
}

/** A reading, as the rule sees it. */
export interface Measured {
  readonly value: number;
  /** Milliseconds since 1970, as all here. */
  readonly recordedAt: number;
}

/** An alert, from its first breach on. */
export interface Episode {
  readonly openedAt: number;
  readonly openedValue: number;
  readonly lastBreachAt: number;
  readonly worstValue: number;
  readonly breaches: number;
  /** Of the newest reading that was not inside by the margin. */
  readonly lastOutsideAt: number;
  /** By this reading. */
  readonly cleared?: Measured;
}

/** What is known before a reading. */
export interface LimitState {
  /** Not cleared. */
  readonly open: Episode | undefined;
  /** When the last alert was cleared. */
  readonly clearedAt: number;
}

const HOLD_MS = 60_000;
const HOLD_INTERVALS = 2;

/** How late a breach may be and still raise an alert. */
export const MOST_LATE_MS = 3_600_000;

/** About half of what sensors of the type are exact to (`readings/reliability.ts`); what is counted has none. */
const MARGINS: Readonly<Record<ReadingType, number>> = {
  temperature: 0.3,
  humidity: 2,
  motion: 0,
  light: 20,
  air_quality: 40,
  presence: 0,
};

/** The limits of thresholds. The margin is at most a quarter of what is inside: else nothing might ever be. */
export function limitsOf(
  type: ReadingType,
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
  samplingIntervalSeconds: number,
): readonly Limit[] {
  const { minimum, maximum } = readingTypes[type];
  const inside = (max ?? maximum) - (min ?? minimum);
  const margin = Math.max(0, Math.min(MARGINS[type], inside / 4));
  const holdMs = Math.max(HOLD_MS, HOLD_INTERVALS * samplingIntervalSeconds * 1000);
  return [
    ...(max === undefined ? [] : [{ kind: 'above_maximum', value: max, margin, holdMs } as const]),
    ...(min === undefined ? [] : [{ kind: 'below_minimum', value: min, margin, holdMs } as const]),
  ];
}

/** Whether a value is beyond a threshold. */
export function isBreach(kind: LimitKind, limit: number, value: number): boolean {
  return kind === 'above_maximum' ? value > limit : value < limit;
}

/** The state after a reading, and the alert it cleared. @param now decides what is too late to raise one */
export function afterReading(
  state: LimitState,
  reading: Measured,
  limit: Limit,
  now: number,
): { readonly state: LimitState; readonly ended?: Episode } {
  const { open, clearedAt } = state;
  const { kind, value: most, margin, holdMs } = limit;
  const { value, recordedAt } = reading;
  const breach = isBreach(kind, most, value);
  if (open === undefined) {
    if (!breach || recordedAt <= clearedAt || recordedAt < now - MOST_LATE_MS) return { state };
    const opened = {
      openedAt: recordedAt,
      openedValue: value,
      lastBreachAt: recordedAt,
      worstValue: value,
      breaches: 1,
      lastOutsideAt: recordedAt,
    };
    return { state: { open: opened, clearedAt } };
  }
  if (breach) return { state: { clearedAt, open: withBreach(open, reading, kind) } };
  const insideBy = kind === 'above_maximum' ? most - value : value - most;
  if (insideBy < margin) {
    return { state: { clearedAt, open: { ...open, lastOutsideAt: Math.max(open.lastOutsideAt, recordedAt) } } };
  }
  if (recordedAt < open.lastOutsideAt + holdMs) return { state };
  return { state: { open: undefined, clearedAt: recordedAt }, ended: { ...open, cleared: { value, recordedAt } } };
}

function withBreach(open: Episode, { value, recordedAt }: Measured, kind: LimitKind): Episode {
  const worse = kind === 'above_maximum' ? Math.max : Math.min;
  return {
    ...open,
    lastBreachAt: Math.max(open.lastBreachAt, recordedAt),
    worstValue: worse(open.worstValue, value),
    breaches: open.breaches + 1,
    lastOutsideAt: Math.max(open.lastOutsideAt, recordedAt),
  };
}

/**
 * Follows readings through a limit.
 * @returns alerts from the one that was open on, each with its end but for the last that is open
 */
export function followLimit(
  before: LimitState,
  readings: readonly Measured[],
  limit: Limit,
  now: number,
): readonly Episode[] {
  const ended: Episode[] = [];
  let state = before;
  for (const reading of readings.toSorted((one, other) => one.recordedAt - other.recordedAt)) {
    const next = afterReading(state, reading, limit, now);
    state = next.state;
    if (next.ended !== undefined) ended.push(next.ended);
  }
  return state.open === undefined ? ended : [...ended, state.open];
}
