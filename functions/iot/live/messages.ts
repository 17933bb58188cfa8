import * as z from 'zod';
import type { RecordedEvent } from '../../../platform/events/event-store.ts';
import { alertAcknowledged, alertCleared, type alertEvents, alertRaised } from '../events.ts';
import type { LatestRow } from '../latest/store.ts';
import { latestReading } from '../readings/contract.ts';
import type { Reading } from '../readings/reading.ts';
import { readingTypes } from '../readings/reading-types.ts';
import { reliabilityOf } from '../readings/reliability.ts';

/** What a client of the live feed may send: it asks for the latest values of its location, at the beginning and whenever it likes. */
export const liveRequest = z.strictObject({ type: z.literal('latest') });

const liveReading = latestReading.extend({ deviceId: z.uuid() }).meta({ id: 'LiveReading' });

export type LiveReading = z.output<typeof liveReading>;

const readings = z.array(liveReading);

/** What a client is sent: JSON, told apart by `type`. */
export const liveMessage = z.union([
  /** The answer to a request: what each device of the location measured last, in parts where that is much. */
  z.strictObject({
    type: z.literal('latest'),
    locationId: z.string(),
    part: z.int().min(1),
    parts: z.int().min(1),
    readings,
  }),
  /** New values, at most once a second: of each device and type the newest one. */
  z.strictObject({ type: z.literal('readings'), locationId: z.string(), readings }),
  /** What has become of an alert of the location: an event as it is published (/docs/events). */
  z.strictObject({ type: z.literal('alert'), event: z.literal(alertRaised.name), data: alertRaised.schema }),
  z.strictObject({
    type: z.literal('alert'),
    event: z.literal(alertAcknowledged.name),
    data: alertAcknowledged.schema,
  }),
  z.strictObject({ type: z.literal('alert'), event: z.literal(alertCleared.name), data: alertCleared.schema }),
  /** Its last message was not one that there is. */
  z.strictObject({ type: z.literal('error'), code: z.literal('unknown_message') }),
]);

export type LiveMessage = z.output<typeof liveMessage>;

/** API Gateway counts and bills 32 kB as one message, and a reading takes 230 bytes. */
export const MOST_READINGS_A_MESSAGE = 120;

/** The answer to a request. */
export function latestMessages(locationId: string, readings: readonly LiveReading[]): readonly string[] {
  const parts = inParts(readings);
  return parts.map((of, index) =>
    text({ type: 'latest', locationId, part: index + 1, parts: parts.length, readings: of }),
  );
}

/** New values. */
export function readingsMessages(locationId: string, readings: readonly LiveReading[]): readonly string[] {
  return inParts(readings).map(of => text({ type: 'readings', locationId, readings: of }));
}

/** What has become of an alert. */
export function alertMessage({ type: event, data }: RecordedEvent<(typeof alertEvents)[number]>): string {
  return text({ type: 'alert', event, data } as LiveMessage);
}

export const unknownMessage: string = text({ type: 'error', code: 'unknown_message' });

/** At least one part: of nothing, an empty one. */
function inParts(readings: readonly LiveReading[]): readonly LiveReading[][] {
  const count = Math.max(1, Math.ceil(readings.length / MOST_READINGS_A_MESSAGE));
  return Array.from({ length: count }, (_, part) =>
    readings.slice(part * MOST_READINGS_A_MESSAGE, (part + 1) * MOST_READINGS_A_MESSAGE),
  );
}

function text(message: LiveMessage): string {
  return JSON.stringify(message);
}

/** A reading as it comes from the stream. */
export function liveReadingOf(reading: Reading, receivedAt: number): LiveReading {
  const { deviceId, type, value, userPresence, recordedAt } = reading;
  return {
    deviceId,
    type,
    unit: readingTypes[type].unit,
    value,
    reliabilityScore: reliabilityOf(reading),
    userPresence,
    recordedAt: new Date(recordedAt).toISOString(),
    receivedAt: new Date(receivedAt).toISOString(),
  };
}

/** A reading as it is stored. */
export function liveReadingOfRow(row: LatestRow): LiveReading {
  return {
    deviceId: row.device_id,
    type: row.reading_type,
    unit: row.unit,
    value: row.value,
    reliabilityScore: row.reliability_score,
    userPresence: row.user_presence,
    recordedAt: row.recorded_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
  };
}
