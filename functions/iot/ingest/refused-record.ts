import type { DeviceRecord } from '../../../platform/mqtt/device-record.ts';
import type { StreamRecord } from '../../../platform/streams/stream-function.ts';
import type { Item } from './plan.ts';
import type { Refusal } from './refusal.ts';

/** What is kept of a record that was refused: itself, or as if it held the readings that were refused alone. */
export function refusedRecord({ record, read }: Item, { readings }: Refusal): StreamRecord {
  if (readings === undefined) return record;
  const { sequenceNumber, partitionKey } = record;
  const kept: DeviceRecord = {
    kind: 'readings',
    deviceId: read.deviceId!,
    receivedAt: read.receivedAt,
    payload: Buffer.from(JSON.stringify(readings)).toString('base64'),
  };
  return { sequenceNumber, partitionKey, bytes: Buffer.from(JSON.stringify(kept)) };
}
