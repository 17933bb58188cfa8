import type { SetAsideFor } from '../../../platform/events/dead-letters.ts';
import type { StreamRecord } from '../../../platform/streams/stream-function.ts';
import type { StatusInput } from '../readings/payload.ts';
import type { Reading } from '../readings/reading.ts';
import type { ReadingType } from '../readings/reading-types.ts';
import { type IngestDevice, isHeartbeat, refusalOf } from './device.ts';
import type { ReadRecord } from './read-record.ts';
import type { Refusal } from './refusal.ts';

/** A record, and what was read in it. */
export interface Item {
  readonly record: StreamRecord;
  readonly read: ReadRecord;
  /** Of one that was refused when it was to take effect: the error, without its message. */
  readonly behind?: SetAsideFor['behind'];
}

/** The newest reading of a type of a device. */
export interface LatestReading {
  readonly reading: Reading;
  readonly receivedAt: number;
}

/** A status message that says more than the device's last. */
export interface FreshStatus {
  readonly device: IngestDevice;
  readonly receivedAt: number;
  readonly status: StatusInput;
}

/** A sign of life of a device. */
export interface Heartbeat {
  readonly deviceId: string;
  readonly receivedAt: number;
}

/** What is to be done with records. */
export interface Plan {
  /** In the order of delivery: of two with one key, the first counts. */
  readonly readings: readonly Reading[];
  /** One of each device and type. */
  readonly latest: readonly LatestReading[];
  /** In the order of delivery. */
  readonly statuses: readonly FreshStatus[];
  readonly heartbeats: readonly Heartbeat[];
  /** A record may have several. */
  readonly refused: readonly { readonly item: Item; readonly refusal: Refusal }[];
}

/** What is known of a device while its messages are gone through. */
interface Seen {
  readonly latest: Partial<Record<ReadingType, LatestReading>>;
  lastStatusAt: number;
  receivedAt: number;
}

/** What becomes of records of devices. One whose device is refused is refused whole. */
export function planOf(items: readonly Item[], devices: ReadonlyMap<string, IngestDevice>): Plan {
  const readings: Reading[] = [];
  const statuses: FreshStatus[] = [];
  const refused: { item: Item; refusal: Refusal }[] = [];
  const seen = new Map<string, Seen>();
  for (const item of items) {
    const { deviceId, receivedAt, status } = item.read;
    const device = deviceId === null ? undefined : devices.get(deviceId);
    const reason = deviceId === null ? undefined : refusalOf(device);
    if (reason !== undefined) {
      refused.push({ item, refusal: { reason } });
      continue;
    }
    for (const refusal of item.read.refused) refused.push({ item, refusal });
    if (device === undefined || (item.read.readings.length === 0 && status === null)) continue;
    const known = seenOf(seen, device);
    known.receivedAt = Math.max(known.receivedAt, receivedAt);
    for (const reading of item.read.readings) {
      readings.push(reading);
      const latest = known.latest[reading.type];
      if (latest === undefined || reading.recordedAt > latest.reading.recordedAt) {
        known.latest[reading.type] = { reading, receivedAt };
      }
    }
    if (status !== null && receivedAt > known.lastStatusAt) {
      known.lastStatusAt = receivedAt;
      statuses.push({ device, receivedAt, status });
    }
  }
  const latest = [...seen.values()].flatMap(each => Object.values(each.latest));
  const heartbeats = [...seen].flatMap(([deviceId, { receivedAt }]) =>
    isHeartbeat(devices.get(deviceId)!, receivedAt) ? [{ deviceId, receivedAt }] : [],
  );
  return { readings, latest, statuses, heartbeats, refused };
}

function seenOf(seen: Map<string, Seen>, { id, lastStatusAt }: IngestDevice): Seen {
  const known = seen.get(id);
  if (known !== undefined) return known;
  const first = { latest: {}, lastStatusAt: lastStatusAt ?? Number.NEGATIVE_INFINITY, receivedAt: 0 };
  seen.set(id, first);
  return first;
}
