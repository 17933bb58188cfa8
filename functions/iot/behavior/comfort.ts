import type { ReadingType } from '../readings/reading-types.ts';

/** 1 (bad) to 5 (good), and whether the user said so or the air does. */
export interface Comfort {
  readonly level: number;
  readonly source: 'asked' | 'inferred';
}

/** What was measured on average while somebody was there. */
export type Environment = Readonly<Partial<Record<ReadingType, number>>>;

/**
 * What costs a level, and what costs two. Temperature: the range in which most people in light indoor clothes are at ease
 * (ASHRAE 55: 20 to 26 degrees over summer and winter). Humidity: 40 to 60 % (the same standard's middle, and KOSHA's advice
 * for offices). Carbon dioxide: 1,000 ppm is the limit for public indoor places (실내공기질 관리법 시행규칙 별표 2).
 */
const BANDS: readonly {
  readonly type: ReadingType;
  readonly good: readonly [number, number];
  readonly fair: readonly [number, number];
}[] = [
  { type: 'temperature', good: [20, 26], fair: [17, 29] },
  { type: 'humidity', good: [40, 60], fair: [25, 75] },
  { type: 'air_quality', good: [0, 1_000], fair: [0, 2_000] },
];

/**
 * What the user said; else what the air was like: 5, less a level for each of temperature, humidity and carbon dioxide that
 * is out of its good range and two for one out of its fair range, at least 1. Without a temperature nothing is inferred.
 */
export function comfortOf(asked: number | null, environment: Environment): Comfort | null {
  if (asked !== null) return { level: asked, source: 'asked' };
  if (environment.temperature === undefined) return null;
  const lost = BANDS.map(({ type, good, fair }) => {
    const value = environment[type];
    if (value === undefined || within(value, good)) return 0;
    return within(value, fair) ? 1 : 2;
  });
  return { level: Math.max(1, 5 - lost.reduce<number>((sum, each) => sum + each, 0)), source: 'inferred' };
}

function within(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most;
}
