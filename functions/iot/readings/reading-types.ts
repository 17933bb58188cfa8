/** What a type of reading is measured in, and what can be: bounds are both possible. */
export interface ReadingTypeRule {
  /** One of the units of RFC 8428 (SenML), table 3 and its registry. */
  readonly unit: string;
  /** What sensors of the type can measure at all: beyond it, the sensor is broken or the unit is another. */
  readonly minimum: number;
  readonly maximum: number;
}

/** A unit for each type, so that nothing has to be converted before it can be compared. */
export const readingTypes = {
  /** Degrees Celsius: the range of indoor digital sensors (Sensirion SHT4x: -40 to 125), of which rooms use this part. */
  temperature: { unit: 'Cel', minimum: -40, maximum: 85 },
  /** Relative humidity in percent. */
  humidity: { unit: '%RH', minimum: 0, maximum: 100 },
  /** Movements since the reading before. */
  motion: { unit: 'count', minimum: 0, maximum: 10_000 },
  /** Lux: full sunlight is 120,000. */
  light: { unit: 'lx', minimum: 0, maximum: 150_000 },
  /** Carbon dioxide in parts per million, by which indoor air is judged: infrared sensors measure to 40,000. */
  air_quality: { unit: 'ppm', minimum: 0, maximum: 40_000 },
  /** 1: somebody is there; 0: nobody. */
  presence: { unit: '/', minimum: 0, maximum: 1 },
} as const satisfies Readonly<Record<string, ReadingTypeRule>>;

export type ReadingType = keyof typeof readingTypes;

export const readingTypeNames = Object.keys(readingTypes) as [ReadingType, ...ReadingType[]];
