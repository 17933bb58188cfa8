/** An hour of a day of what a device measures, and that hour on the days before. */
export interface Hour {
  /** 0 to 23, in Korea. */
  readonly hour: number;
  /** Absent: nothing was measured. */
  readonly measured?: { readonly average: number; readonly min: number; readonly max: number };
  /** Of the same hour of the 28 days before: averages of as many days as had one. Absent: none had. */
  readonly usual?: { readonly days: number; readonly average: number; readonly deviation: number };
}

/** A day of one type of readings of a device. */
export interface Series {
  /** Readings are expected of it: not of one that is being repaired. */
  readonly active: boolean;
  /** What it may measure, as set for the device; either may be missing. */
  readonly limits: { readonly min?: number | undefined; readonly max?: number | undefined };
  readonly hours: readonly Hour[];
}

export type AnomalyKind = 'unusual' | 'gap' | 'out_of_range';

/** Hours in a row in which something was wrong. */
export interface Anomaly {
  readonly kind: AnomalyKind;
  /** The first. */
  readonly hour: number;
  readonly hours: number;
  /** Of the worst hour. */
  readonly details: Readonly<Record<string, number>>;
}

/** What is wrong with an hour, and how much: the worst of some in a row has the most. */
interface Finding {
  readonly hour: number;
  /** Of one kind, so that a night too cold and a morning too warm are two. */
  readonly direction: -1 | 0 | 1;
  readonly excess: number;
  readonly details: Anomaly['details'];
}

/**
 * Deviations from the usual average at which an hour is called unusual, and the days it takes to know what is usual. With 28
 * days and 9,600 hours to look at each day (100 devices of four types) chance alone gives one in 37 days; at the usual 3
 * it would give 63 a day (Student's t with 27 degrees of freedom, as long as hours are spread normally).
 */
const MOST_DEVIATIONS = 6;
const FEWEST_DAYS = 14;
/** What never varies is still allowed to differ by a little: this share of what it measures on average. */
const LEAST_DEVIATION = 0.01;

const HOURS = 24;

export function anomaliesOf(series: Series): readonly Anomaly[] {
  return [
    ...inARow('unusual', unusual(series)),
    ...inARow('gap', gaps(series)),
    ...inARow('out_of_range', outOfRange(series)),
  ];
}

function unusual({ hours }: Series): readonly Finding[] {
  const known = hours.flatMap(({ usual }) => usual ?? []);
  const level = Math.abs(known.reduce((sum, { average }) => sum + average, 0) / known.length);
  return hours.flatMap(({ hour, measured, usual }) => {
    if (measured === undefined || usual === undefined || usual.days < FEWEST_DAYS) return [];
    const spread = Math.max(usual.deviation, level * LEAST_DEVIATION);
    // What has always measured nothing at all has no scale.
    if (spread === 0) return [];
    const z = (measured.average - usual.average) / spread;
    if (Math.abs(z) < MOST_DEVIATIONS) return [];
    const details = { value: rounded(measured.average), usual: rounded(usual.average), z: rounded(z) };
    return [{ hour, direction: z < 0 ? -1 : 1, excess: Math.abs(z), details } as const];
  });
}

/** Hours without a reading: all of them for a device that measured on the days before, else those after its first. */
function gaps({ active, hours }: Series): readonly Finding[] {
  if (!active) return [];
  const measured = new Set(hours.filter(each => each.measured !== undefined).map(({ hour }) => hour));
  const first = hours.some(({ usual }) => usual !== undefined) ? 0 : Math.min(...measured);
  const missing = Array.from({ length: HOURS }, (_, hour) => hour).filter(hour => hour >= first && !measured.has(hour));
  return missing.map(hour => ({ hour, direction: 0, excess: 0, details: {} }));
}

function outOfRange({ limits: { min = -Infinity, max = Infinity }, hours }: Series): readonly Finding[] {
  return hours.flatMap(({ hour, measured }) => {
    if (measured === undefined) return [];
    const found: Finding[] = [];
    if (measured.min < min) {
      const details = { value: rounded(measured.min), limit: min };
      found.push({ hour, direction: -1, excess: min - measured.min, details });
    }
    if (measured.max > max) {
      const details = { value: rounded(measured.max), limit: max };
      found.push({ hour, direction: 1, excess: measured.max - max, details });
    }
    // Of an hour that was both, what was worse.
    return found.toSorted((a, b) => b.excess - a.excess).slice(0, 1);
  });
}

/** Findings of hours in a row, and of one direction, as one anomaly each. */
function inARow(kind: AnomalyKind, findings: readonly Finding[]): readonly Anomaly[] {
  const rows: Finding[][] = [];
  for (const finding of findings.toSorted((a, b) => a.hour - b.hour)) {
    const last = rows.at(-1)?.at(-1);
    if (last?.hour === finding.hour - 1 && last.direction === finding.direction) rows.at(-1)!.push(finding);
    else rows.push([finding]);
  }
  return rows.map(row => {
    const { details } = row.reduce((worst, each) => (each.excess > worst.excess ? each : worst));
    return { kind, hour: row[0]!.hour, hours: row.length, details };
  });
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
