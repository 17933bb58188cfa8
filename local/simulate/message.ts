import type { ReadingInput } from '../../functions/iot/readings/payload.ts';
import { type ReadingType, readingTypeNames, readingTypes } from '../../functions/iot/readings/reading-types.ts';
import { measured } from './daily-curve.ts';

/** What a device measures, and how far it has come. */
export interface Sensor {
  readonly types: readonly ReadingType[];
  /** Of its last reading, in milliseconds since 1970. */
  lastAt: number;
  /** Readings so far: those of a device with several types take turns. */
  count: number;
}

/** Of the n-th device: one type of each in turns, and then one with all of them. */
export function sensorTypes(n: number): readonly ReadingType[] {
  const at = n % (readingTypeNames.length + 1);
  return at === readingTypeNames.length ? readingTypeNames : [readingTypeNames[at]!];
}

/**
 * The readings since a device's last message, evenly over the time between; the newest is of now. No two are of one
 * millisecond: where there are more readings than milliseconds, the last ones are ahead of the clock.
 */
export function nextReadings(sensor: Sensor, many: number, now: number, random: () => number): readonly ReadingInput[] {
  const step = Math.max(1, Math.floor((now - sensor.lastAt) / many));
  const before = Math.max(sensor.lastAt, now - step * many);
  const readings = Array.from({ length: many }, (_, n): ReadingInput => {
    const type = sensor.types[sensor.count++ % sensor.types.length]!;
    const recordedAt = before + step * (n + 1);
    return { type, value: measured(type, recordedAt, random), unit: readingTypes[type].unit, recordedAt };
  });
  sensor.lastAt = before + step * many;
  return readings;
}
