import { randomUUID } from 'node:crypto';
import type { ReadingInput } from '../../functions/iot/readings/payload.ts';
import { readingTypeNames, readingTypes } from '../../functions/iot/readings/reading-types.ts';
import type { DeviceRecord } from '../../platform/mqtt/device-record.ts';
import type { StreamRecord } from '../../platform/streams/producer.ts';

/** What devices sent, message by message, as it arrived. */
export interface IngestInput {
  readonly deviceIds: readonly string[];
  readonly records: readonly StreamRecord[];
  /** Every reading once, in the order of arrival of its first copy. */
  readonly readings: readonly SentReading[];
  /** Copies beside these. */
  readonly duplicates: number;
  readonly late: number;
}

export interface SentReading extends ReadingInput {
  readonly deviceId: string;
}

/** A copy of a reading on its way. */
interface Copy {
  readonly reading: SentReading;
  readonly arrivesAt: number;
}

const DEVICES = 200;
const DUPLICATES = 0.1;
const LATE = 0.01;
const DAY_MS = 86_400_000;
/** Of shuffling. */
const MOST_APART_MS = 10_000;
/** Between two readings of a device. */
const STEP_MS = 1_200;
/** Messages' sizes, one as likely as another: most messages have a reading, and most readings come in arrays. */
const SIZES = [1, 1, 1, 4, 20, 100];
/** Of messages that come once more as they are, as QoS 1 does; other duplicates come alone or among others. */
const REPEATED_MESSAGES = DUPLICATES / 2;

/**
 * Readings of 200 devices up to a time, with 10 % of them twice, arriving within 10 s in any order, and 1 % that were
 * recorded a day before: over minutes and hours.
 */
export function ingestInput(count: number, until: number, random: () => number): IngestInput {
  const deviceIds = Array.from({ length: DEVICES }, () => randomUUID());
  const ofEach = Math.ceil(count / DEVICES);
  const messages: { readonly record: StreamRecord; readonly receivedAt: number }[] = [];
  const readings: SentReading[] = [];
  let duplicates = 0;
  let late = 0;
  for (const [n, deviceId] of deviceIds.entries()) {
    const copies: Copy[] = [];
    for (let at = 0; at < ofEach; at++) {
      const recordedAt = until - MOST_APART_MS - (ofEach - at) * STEP_MS + Math.floor(random() * STEP_MS);
      const isLate = random() < LATE;
      if (isLate) late += 1;
      const reading = readingOf(deviceId, n, isLate ? recordedAt - DAY_MS : recordedAt, random);
      readings.push(reading);
      const arrival = () => recordedAt + Math.floor(random() * MOST_APART_MS);
      copies.push({ reading, arrivesAt: arrival() });
      if (random() < DUPLICATES / 2) copies.push({ reading, arrivesAt: arrival() });
    }
    copies.sort((one, other) => one.arrivesAt - other.arrivesAt);
    const ofDevice = messagesOf(deviceId, copies, random);
    messages.push(...ofDevice.messages);
    duplicates += copies.length - ofEach + ofDevice.repeated;
  }
  messages.sort((one, other) => one.receivedAt - other.receivedAt);
  return { deviceIds, records: messages.map(({ record }) => record), readings, duplicates, late };
}

function readingOf(deviceId: string, n: number, recordedAt: number, random: () => number): SentReading {
  const type = readingTypeNames[Math.floor(random() * readingTypeNames.length)]!;
  const { unit, minimum, maximum } = readingTypes[type];
  const digits = 10 ** (n % 5);
  return {
    deviceId,
    type,
    // With no decimals to four: sums of what binary numbers cannot hold.
    value: Math.floor((minimum + random() * (maximum - minimum)) * digits) / digits,
    unit,
    recordedAt,
    ...(random() < 0.3 && { accuracy: Math.floor(random() * 100) / 100 }),
    ...(random() < 0.1 && { ambientConditions: { temperature: Math.floor(random() * 300) / 10 } }),
    ...(random() < 0.3 && { userPresence: random() < 0.5 }),
  };
}

function messagesOf(deviceId: string, copies: readonly Copy[], random: () => number) {
  const messages: { readonly record: StreamRecord; readonly receivedAt: number }[] = [];
  let repeated = 0;
  for (let at = 0; at < copies.length; ) {
    const size = SIZES[Math.floor(random() * SIZES.length)]!;
    const some = copies.slice(at, at + size);
    at += size;
    const inputs = some.map(({ reading: { deviceId: _, ...input } }) => input);
    const receivedAt = some.at(-1)!.arrivesAt;
    messages.push({ record: recordOf(deviceId, receivedAt, inputs), receivedAt });
    if (random() >= REPEATED_MESSAGES) continue;
    const again = receivedAt + Math.floor(random() * MOST_APART_MS);
    messages.push({ record: recordOf(deviceId, again, inputs), receivedAt: again });
    repeated += some.length;
  }
  return { messages, repeated };
}

/** As the topic rule makes it. */
function recordOf(deviceId: string, receivedAt: number, inputs: readonly ReadingInput[]): StreamRecord {
  const payload = Buffer.from(JSON.stringify(inputs.length === 1 ? inputs[0] : inputs)).toString('base64');
  const record: DeviceRecord = { kind: 'readings', deviceId, receivedAt, payload };
  return { partitionKey: deviceId, data: Buffer.from(JSON.stringify(record)) };
}
