import type { Database } from '../../../platform/db/database.ts';
import { digestOf, holdResent } from '../../../platform/events/dead-letters.ts';
import type { BatchOutcome, StreamBatch, StreamProcessor } from '../../../platform/streams/stream-function.ts';
import type { WriteReadings } from '../../../platform/timeseries/timestream-writer.ts';
import type { IngestDevice } from '../ingest/device.ts';
import { type Item, type Plan, planOf } from '../ingest/plan.ts';
import { readDeviceRecord } from '../ingest/read-record.ts';
import { setAside } from '../ingest/set-aside.ts';
import { readKnown } from '../ingest/store-devices.ts';
import { archivedReading } from './archived-reading.ts';
import { refusalsOf } from './rejections.ts';

/** Whose dead letters: that of the stream function. */
export const ARCHIVE = 'archive';

export interface ArchiveDependencies {
  readonly database: Pick<Database, 'transaction'>;
  readonly write: WriteReadings;
  readonly now: () => Date;
}

/**
 * Puts the readings of a batch into the archive, however late they are: those that ingest takes, by the same rules, and those
 * that are too late for it, or of devices that are switched off or retired. What ingest refuses otherwise is its own dead letter
 * and passed over here. What the archive does not take is set aside. Nothing keeps a batch from coming again, whole: a reading
 * that is there stays as it is.
 */
export function archive({ database, write, now }: ArchiveDependencies): StreamProcessor {
  return async batch => {
    const at = now();
    const items = batch.records.map((record): Item => ({ record, read: readDeviceRecord(record.bytes, at) }));
    const ids = new Set(items.flatMap(({ read }) => read.deviceId ?? []));
    const { devices, anyResent } = await database.transaction(tx => readKnown(tx, [...ids], ARCHIVE));
    const plan = planOf(items, inUse(devices));
    const { archived, known, rejected } = await write(
      plan.readings.map(reading => ({ ...archivedReading(reading), original: reading })),
    );
    const refused = refusalsOf(items, rejected);
    const deadLetters =
      refused.length > 0 || anyResent ? await putAside(database, batch, items, { plan, refused, anyResent }, at) : 0;
    return outcomeOf({ archived, known, rejected: rejected.length }, plan, deadLetters);
  };
}

/**
 * Devices as if they were in use. Whether one was when ingest read a message is not known here, where it may be read long after:
 * by how the device is by now, readings that ingest has stored would be missing in history.
 */
function inUse(devices: ReadonlyMap<string, IngestDevice>): ReadonlyMap<string, IngestDevice> {
  return new Map([...devices].map(([id, device]) => [id, { ...device, status: 'active', retired: false }]));
}

interface Aside {
  readonly plan: Plan;
  readonly refused: Plan['refused'];
  readonly anyResent: boolean;
}

/** What was sent again, and is passed over by the rules of ingest, is still not archived. */
function putAside(
  database: ArchiveDependencies['database'],
  batch: StreamBatch,
  items: readonly Item[],
  { plan, refused, anyResent }: Aside,
  at: Date,
): Promise<number> {
  return database.transaction(async tx => {
    const records = items.map(({ record }) => record);
    const letters = anyResent ? await holdResent(tx, ARCHIVE, records) : new Map<string, string>();
    const passedOver = letters.size > 0 ? plan.refused.filter(({ item }) => letters.has(digestOf(item.record))) : [];
    const place = { ...batch, consumer: ARCHIVE };
    return setAside(tx, place, items, { refused: [...refused, ...passedOver] }, letters, at);
  });
}

function outcomeOf(
  counts: { readonly archived: number; readonly known: number; readonly rejected: number },
  { refused }: Plan,
  deadLetters: number,
): BatchOutcome {
  return { counts: { ...counts, passedOver: refused.length }, deadLetters };
}
