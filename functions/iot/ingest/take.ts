import type { Transaction } from '../../../platform/db/database.ts';
import { type DeadLetterPlace, holdResent } from '../../../platform/events/dead-letters.ts';
import type { StreamRecord } from '../../../platform/streams/stream-function.ts';
import { followHeartbeats } from '../alerts/follow-heartbeats.ts';
import { followStatus, type WatchedStatus } from '../alerts/follow-status.ts';
import { followThresholds, type WatchedReading } from '../alerts/follow-thresholds.ts';
import type { Reading } from '../readings/reading.ts';
import type { IngestDevice } from './device.ts';
import { mergeStatuses } from './merge-statuses.ts';
import { type FreshStatus, type Item, type Plan, planOf } from './plan.ts';
import { setAside } from './set-aside.ts';
import { readKnown, storeHeartbeats, storeStatuses } from './store-devices.ts';
import { storeReadings } from './store-readings.ts';

/** What became of records, in numbers. */
export interface Taken {
  /** Readings that were new. */
  readonly stored: number;
  /** Readings that were there. */
  readonly repeated: number;
  readonly statuses: number;
  /** Messages, for each reason for which one was not taken as a whole. */
  readonly refused: number;
  readonly deadLetters: number;
}

/**
 * Lets records of devices take effect, each reading once: all in one transaction, so that whatever it runs again for, it finds
 * what has been counted among what is stored.
 */
export async function takeRecords(
  tx: Transaction,
  place: DeadLetterPlace,
  items: readonly Item[],
  now: Date,
): Promise<Taken> {
  const ids = new Set<string>();
  for (const { read } of items) if (read.deviceId !== null) ids.add(read.deviceId);
  const { devices, anyResent } = await readKnown(tx, [...ids], place.consumer);
  const letters = anyResent ? await holdResent(tx, place.consumer, recordsOf(items)) : new Map<string, string>();
  const plan = planOf(items, devices);
  const stored = plan.readings.length > 0 ? await takeReadings(tx, plan, devices, now) : 0;
  if (plan.statuses.length > 0) {
    await storeStatuses(tx, mergeStatuses(plan.statuses));
    await followStatus(tx, plan.statuses.map(watchedStatus), now);
  }
  if (plan.heartbeats.length > 0) {
    await storeHeartbeats(tx, plan.heartbeats);
    await followHeartbeats(tx, plan.heartbeats, now);
  }
  const anyAside = plan.refused.length > 0 || letters.size > 0;
  const deadLetters = anyAside ? await setAside(tx, place, items, plan, letters, now) : 0;
  return {
    stored,
    repeated: plan.readings.length - stored,
    statuses: plan.statuses.length,
    refused: plan.refused.length,
    deadLetters,
  };
}

function recordsOf(items: readonly Item[]): readonly StreamRecord[] {
  return items.map(({ record }) => record);
}

/** Stores readings, and has those that are new compared with thresholds. */
async function takeReadings(
  tx: Transaction,
  { readings, latest }: Plan,
  devices: ReadonlyMap<string, IngestDevice>,
  now: Date,
): Promise<number> {
  const watched = new Map([...devices].filter(([, device]) => isWatched(device)));
  const { count, ofWatched } = await storeReadings(tx, readings, latest, [...watched.keys()]);
  const fresh = ofWatched && new Set(ofWatched.map(keyOf));
  const toFollow: WatchedReading[] = [];
  for (const reading of readings) {
    const device = watched.get(reading.deviceId);
    const thresholds = device?.thresholds[reading.type];
    // The first of a key is the one that was stored.
    if (thresholds === undefined || fresh?.delete(keyOf(reading)) === false) continue;
    toFollow.push({ ...reading, locationId: device!.locationId, thresholds });
  }
  if (toFollow.length > 0) await followThresholds(tx, toFollow, now);
  return count;
}

/** Devices in maintenance or in error raise nothing. */
function isWatched({ status, thresholds }: IngestDevice): boolean {
  return status === 'active' && Object.keys(thresholds).length > 0;
}

function watchedStatus({ device, receivedAt, status }: FreshStatus): WatchedStatus {
  const { id: deviceId, locationId } = device;
  const { batteryLevel, fault } = status;
  return { deviceId, locationId, watched: device.status !== 'maintenance', receivedAt, batteryLevel, fault };
}

function keyOf({ deviceId, type, recordedAt }: Pick<Reading, 'deviceId' | 'recordedAt'> & { type: string }): string {
  return `${deviceId} ${type} ${recordedAt}`;
}
