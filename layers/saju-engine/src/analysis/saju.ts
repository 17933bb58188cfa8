/** The four pillars by name, in the order in which everything lists them. */
export const PILLAR_NAMES = ['year', 'month', 'day', 'hour'] as const;
export type PillarName = (typeof PILLAR_NAMES)[number];

/** Positions of the pillars in a `Saju`. */
export const YEAR = 0;
export const MONTH = 1;
export const DAY = 2;
export const HOUR = 3;

/** A chart in whole numbers, as the analysis works on it: four pillars, or three when the hour is unknown. */
export interface Saju {
  /** 0 (甲子) to 59, by position. */
  readonly pillars: readonly number[];
  /** 0 (甲) to 9. */
  readonly stems: readonly number[];
  /** 0 (子) to 11. */
  readonly branches: readonly number[];
  readonly dayStem: number;
}

/** From the indices of the pillars; the hour may be unknown. */
export function saju(year: number, month: number, day: number, hour: number | null): Saju {
  const dayStem = day % 10;
  return hour === null
    ? {
        pillars: [year, month, day],
        stems: [year % 10, month % 10, dayStem],
        branches: [year % 12, month % 12, day % 12],
        dayStem,
      }
    : {
        pillars: [year, month, day, hour],
        stems: [year % 10, month % 10, dayStem, hour % 10],
        branches: [year % 12, month % 12, day % 12, hour % 12],
        dayStem,
      };
}

/** The names of the pillars in a set of positions (bit 0 is the year's); shared and frozen. */
export const PILLAR_SETS: readonly (readonly PillarName[])[] = Array.from({ length: 16 }, (_, set) =>
  Object.freeze(PILLAR_NAMES.filter((_name, position) => (set >> position) & 1)),
);

/** The positions in a set of them. */
export const POSITIONS: readonly (readonly number[])[] = Array.from({ length: 16 }, (_, set) =>
  [YEAR, MONTH, DAY, HOUR].filter(position => (set >> position) & 1),
);
