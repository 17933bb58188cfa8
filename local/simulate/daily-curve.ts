import type { ReadingType } from '../../functions/iot/readings/reading-types.ts';

const HOUR_MS = 3_600_000;
/** Seoul's clock, which has not changed since 1988. */
const SEOUL_OFFSET_MS = 9 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * What a sensor in an experience centre measures at a time of the day, open from 10 to 21 in Seoul: warmer, lighter and
 * more used in the afternoon, with noise. To two digits, as sensors tell.
 */
export function measured(type: ReadingType, at: number, random: () => number): number {
  const hour = ((at + SEOUL_OFFSET_MS) % DAY_MS) / HOUR_MS;
  /** -1 at three in the morning, 1 at three in the afternoon. */
  const warmth = Math.cos(((hour - 15) / 12) * Math.PI);
  /** 0 while it is closed, 1 in the middle of its hours. */
  const visitors = hour < 10 || hour > 21 ? 0 : Math.sin(((hour - 10) / 11) * Math.PI);
  return Math.round(curves[type](warmth, visitors, random) * 100) / 100;
}

type Curve = (warmth: number, visitors: number, random: () => number) => number;

const curves: Readonly<Record<ReadingType, Curve>> = {
  temperature: (warmth, visitors, random) => 21.5 + 1.8 * warmth + 1.2 * visitors + noise(0.3, random),
  humidity: (warmth, visitors, random) => 46 - 6 * warmth + 4 * visitors + noise(1.5, random),
  motion: (_, visitors, random) => Math.floor(visitors * 12 * random() * random()),
  light: (warmth, visitors, random) => Math.max(0, 180 * (1 + warmth) + 320 * Math.sign(visitors) + noise(15, random)),
  air_quality: (_, visitors, random) => 430 + 520 * visitors + noise(20, random),
  presence: (_, visitors, random) => (random() < 0.9 * visitors ? 1 : 0),
};

/** About normal: the sum of three even ones, of the given standard deviation. */
function noise(deviation: number, random: () => number): number {
  return (random() + random() + random() - 1.5) * 2 * deviation;
}
