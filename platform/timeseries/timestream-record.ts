import type { Dimension, MeasureValue, _Record as TimestreamRecord } from '@aws-sdk/client-timestream-write';
import type { RawReading } from './time-series-store.ts';

/** A reading with what says which one it is. */
export interface ArchivedReading extends RawReading {
  readonly deviceId: string;
  readonly type: string;
}

/** Of all records of the table: a multi-measure record has one name, and a column for each measure. */
export const MEASURE_NAME = 'reading';

/** A reading is written once and never changed: another one of its device, type and time is refused, the same one is not. */
const VERSION = 1;

/** What records of a call may have in common, said once in it. */
export interface WrittenRecords {
  readonly CommonAttributes: TimestreamRecord;
  readonly Records: TimestreamRecord[];
}

/** Records of one call, at least one. Dimensions that all of them share are common, which is billed once. */
export function recordsOf(readings: readonly ArchivedReading[]): WrittenRecords {
  const [first] = readings;
  const oneDevice = readings.every(({ deviceId }) => deviceId === first!.deviceId);
  const oneType = readings.every(({ type }) => type === first!.type);
  const dimensionsOf = ({ deviceId, type }: ArchivedReading, shared: boolean): Dimension[] => [
    ...(oneDevice === shared ? [{ Name: 'device_id', Value: deviceId }] : []),
    ...(oneType === shared ? [{ Name: 'reading_type', Value: type }] : []),
  ];
  const common = dimensionsOf(first!, true);
  return {
    CommonAttributes: {
      MeasureName: MEASURE_NAME,
      MeasureValueType: 'MULTI',
      TimeUnit: 'MILLISECONDS',
      Version: VERSION,
      ...(common.length > 0 && { Dimensions: common }),
    },
    Records: readings.map(reading => {
      const own = dimensionsOf(reading, false);
      return {
        Time: String(reading.recordedAt),
        ...(own.length > 0 && { Dimensions: own }),
        MeasureValues: measuresOf(reading),
      };
    }),
  };
}

/** A measure that is missing is null in queries. 2,048 bytes of text are the most; ten ambient conditions have 600. */
function measuresOf(reading: ArchivedReading): MeasureValue[] {
  const { value, unit, accuracy, reliabilityScore, ambientConditions, userPresence } = reading;
  return [
    { Name: 'value', Type: 'DOUBLE', Value: String(value) },
    { Name: 'unit', Type: 'VARCHAR', Value: unit },
    ...measure('accuracy', 'DOUBLE', accuracy),
    ...measure('reliability_score', 'DOUBLE', reliabilityScore),
    ...measure('ambient_conditions', 'VARCHAR', ambientConditions && JSON.stringify(ambientConditions)),
    ...measure('user_presence', 'BOOLEAN', userPresence),
  ];
}

function measure(Name: string, Type: MeasureValue['Type'], value: number | string | boolean | null): MeasureValue[] {
  return value === null ? [] : [{ Name, Type, Value: String(value) }];
}
