import * as z from 'zod';
import { type DeviceRecord, deviceRecord } from '../../../platform/mqtt/device-record.ts';
import { MOST_READINGS, type StatusInput, statusPayload } from '../readings/payload.ts';
import type { Reading } from '../readings/reading.ts';
import { MOST_AHEAD_MS, type Period, readReading } from './read-reading.ts';
import type { Refusal, RefusalReason } from './refusal.ts';

/** What is in a record of the stream: what can be taken, and what cannot. */
export interface ReadRecord {
  /** Null of what is no record of a device. */
  readonly deviceId: string | null;
  /** Milliseconds since 1970, by the broker's clock. */
  readonly receivedAt: number;
  readonly readings: readonly Reading[];
  readonly status: StatusInput | null;
  /** One for each reason. */
  readonly refused: readonly Refusal[];
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

let compiledRecord: z.ZodType<DeviceRecord> | undefined;
let compiledStatus: z.ZodType<StatusInput> | undefined;

/**
 * Reads a record of `sensor-data`. That a reading is ahead of its time is judged by when it was received, so that the
 * answer is the same whenever it is read; that it is too late, by now, since what is as old has been dropped.
 *
 * @param hotWindowMs readings that were recorded longer ago are too late; none is if it is left out
 */
export function readDeviceRecord(bytes: Uint8Array, now: Date, hotWindowMs = Number.POSITIVE_INFINITY): ReadRecord {
  const value = jsonOf(bytes);
  if (value === undefined) return unreadable('not_json');
  compiledRecord ??= z.compile(deviceRecord);
  const parsed = compiledRecord.safeParse(value);
  if (!parsed.success) return unreadable('not_a_device_record');
  const { kind, receivedAt } = parsed.data;
  // Ids are compared as the database writes them.
  const deviceId = parsed.data.deviceId.toLowerCase();
  const payload = jsonOf(Buffer.from(parsed.data.payload, 'base64'));
  if (payload === undefined) return { ...unreadable('unreadable_payload'), deviceId, receivedAt };
  if (kind === 'status') return { ...readStatus(payload), deviceId, receivedAt };
  const period = { from: now.getTime() - hotWindowMs, to: receivedAt + MOST_AHEAD_MS };
  return { ...readReadings(payload, deviceId, period), deviceId, receivedAt };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

function unreadable(reason: RefusalReason): ReadRecord {
  return { deviceId: null, receivedAt: 0, readings: [], status: null, refused: [{ reason }] };
}

type Content = Pick<ReadRecord, 'readings' | 'status' | 'refused'>;

function readStatus(payload: unknown): Content {
  compiledStatus ??= z.compile(statusPayload);
  const parsed = compiledStatus.safeParse(payload);
  if (!parsed.success) return unreadable('wrong_shape');
  return { readings: [], status: parsed.data, refused: [] };
}

function readReadings(payload: unknown, deviceId: string, period: Period): Content {
  const inputs: readonly unknown[] = Array.isArray(payload) ? payload : [payload];
  if (inputs.length === 0) return unreadable('wrong_shape');
  if (inputs.length > MOST_READINGS) return unreadable('too_many_readings');
  const readings: Reading[] = [];
  let refused: Map<RefusalReason, unknown[]> | undefined;
  for (const input of inputs) {
    const read = readReading(input, deviceId, period);
    if (typeof read === 'object') {
      readings.push(read);
      continue;
    }
    refused ??= new Map();
    refused.set(read, [...(refused.get(read) ?? []), input]);
  }
  return { readings, status: null, refused: refused === undefined ? NONE : refusalsOf(refused) };
}

const NONE: readonly Refusal[] = [];

function refusalsOf(refused: ReadonlyMap<RefusalReason, readonly unknown[]>): readonly Refusal[] {
  return [...refused].map(([reason, readings]) => ({ reason, readings }));
}
