import type { Reading } from './reading.ts';
import { type ReadingType, readingTypes } from './reading-types.ts';

/** What is known of sensors of a type. */
interface SensorRule {
  /** How exact a sensor for rooms is, in the type's unit; null where it counts. */
  readonly accuracy: number | null;
  /** What a sensor shows at the end of its range: a broken wire, a short circuit, too much of it. */
  readonly endStops: readonly number[];
}

const { temperature, humidity, motion, light, air_quality } = readingTypes;

const sensors: Readonly<Record<ReadingType, SensorRule>> = {
  // ISO 7726 asks 0.5 °C of measurements of comfort.
  temperature: { accuracy: 0.5, endStops: [temperature.minimum, temperature.maximum] },
  // Capacitive sensors have 2 to 5 % between 20 and 80 %.
  humidity: { accuracy: 5, endStops: [humidity.minimum, humidity.maximum] },
  motion: { accuracy: null, endStops: [motion.maximum] },
  // A tenth of the 500 lx that EN 12464-1 asks of desks. Nights are dark: 0 is no end stop.
  light: { accuracy: 50, endStops: [light.maximum] },
  // Infrared sensors have some 50 ppm where people breathe; there is no air without carbon dioxide.
  air_quality: { accuracy: 75, endStops: [air_quality.minimum, air_quality.maximum] },
  presence: { accuracy: null, endStops: [] },
};

/** Of a sensor that does not say how exact it is. */
const ACCURACY_UNKNOWN = 0.8;
const AT_END_STOP = 0.5;
const CONTRADICTORY = 0.5;

/**
 * How far a reading can be relied on, 0 to 1 in hundredths: the product of
 * - how exact its sensor says it is: 1 up to what sensors of the type have, half at twice as much, and so on; 0.8 where it
 *   does not say and does not count;
 * - 0.5 at an end of what can be measured;
 * - 0.5 where it contradicts itself: somebody is there, and nobody.
 *
 * By the reading alone, not by the device's state or the time it took: whoever works it out, and whenever, gets the same.
 */
export function reliabilityOf(reading: Pick<Reading, 'type' | 'value' | 'accuracy' | 'userPresence'>): number {
  const { type, value, accuracy, userPresence } = reading;
  const sensor = sensors[type];
  let score = exactness(accuracy, sensor.accuracy);
  if (sensor.endStops.includes(value)) score *= AT_END_STOP;
  if (type === 'presence' && userPresence !== null && userPresence !== value > 0) score *= CONTRADICTORY;
  return Math.round(score * 100) / 100;
}

function exactness(accuracy: number | null, usual: number | null): number {
  if (usual === null) return 1;
  if (accuracy === null) return ACCURACY_UNKNOWN;
  return accuracy <= usual ? 1 : usual / accuracy;
}
