import { recordReader } from '../../../platform/events/read-published.ts';
import type { Broadcast } from '../../../platform/sockets/broadcast.ts';
import type { StreamBatch, StreamProcessor, StreamRecord } from '../../../platform/streams/stream-function.ts';
import { alertEvents } from '../events.ts';
import { readDeviceRecord } from '../ingest/read-record.ts';
import type { Audience } from './audience.ts';
import { alertMessage, liveReadingOf, readingsMessages } from './messages.ts';
import { NewestValues } from './newest-values.ts';
import { onceAnInterval } from './once-an-interval.ts';

export interface LiveFeedDependencies {
  audience(): Promise<Audience>;
  readonly broadcast: Broadcast;
  now(): Date;
  /** Milliseconds of a clock that only goes forward. */
  elapsed(): number;
  sleep(ms: number): Promise<void>;
}

/** Between two messages to a connection. */
const INTERVAL_MS = 1_000;
/**
 * How long a shard is kept after a message. It then hands over what has come meanwhile, a quarter of a second before the next
 * message: handed over at once, that would be a second old by then.
 */
const HOLD_MS = 750;

/** Of a location that somebody listens to: what waits to be sent. */
interface Waiting {
  readonly values: NewestValues;
  alerts: readonly string[];
}

/**
 * Sends new values and alerts to whoever listens to their location: at once, and then once a second what has come by then, of
 * values the newest.
 *
 * Where nobody listens, nothing of a batch is read. Where somebody does, records of other devices are told by their partition
 * key, which is their device's id. Nothing is tried again and nothing is set aside: ingest does that, and the next value comes.
 */
export function createLiveFeed(dependencies: LiveFeedDependencies): StreamProcessor {
  const { audience: ask, broadcast, now, elapsed, sleep } = dependencies;
  const readAlerts = recordReader(alertEvents);
  const waiting = new Map<string, Waiting>();
  let audience: Audience;

  const send = onceAnInterval({ ms: INTERVAL_MS, holdMs: HOLD_MS, now: elapsed, sleep }, async location => {
    const waits = waiting.get(location);
    if (waits === undefined) return;
    const values = waits.values.take();
    const messages = [...(values.length > 0 ? readingsMessages(location, values) : []), ...waits.alerts];
    waits.alerts = [];
    if (messages.length > 0) await broadcast(audience.listeners.get(location) ?? [], messages);
  });

  /** What waits at a location; undefined where nobody listens. */
  function at(location: string | undefined): Waiting | undefined {
    if (location === undefined || !audience.listeners.has(location)) return undefined;
    const waits = waiting.get(location) ?? { values: new NewestValues(), alerts: [] };
    waiting.set(location, waits);
    return waits;
  }

  /** Gives where something is new. */
  function hearReadings(record: StreamRecord): readonly string[] {
    const key = record.partitionKey.toLowerCase();
    const location = audience.locationOf.get(key);
    const waits = at(location);
    if (waits === undefined) return [];
    const { deviceId, readings, receivedAt } = readDeviceRecord(record.bytes, now());
    if (deviceId !== key) return [];
    const news = readings.filter(reading => waits.values.offer(liveReadingOf(reading, receivedAt)));
    return news.length > 0 ? [location!] : [];
  }

  function hearAlerts(record: StreamRecord): readonly string[] {
    return readAlerts(record).flatMap(({ event }) => {
      const waits = event && at(event.data.locationId);
      if (waits === undefined) return [];
      waits.alerts = [...waits.alerts, alertMessage(event!)];
      return [event!.data.locationId];
    });
  }

  return async ({ stream, records }: StreamBatch) => {
    audience = await ask();
    const { listeners } = audience;
    // Where nobody listens any more, what its devices sent last is forgotten.
    for (const location of waiting.keys()) if (!listeners.has(location)) waiting.delete(location);
    if (listeners.size === 0) return { counts: { heard: 0 }, deadLetters: 0 };
    const heard = records.flatMap(stream === 'sensor-data' ? hearReadings : hearAlerts);
    await Promise.all([...new Set(heard)].map(send));
    return { counts: { heard: heard.length }, deadLetters: 0 };
  };
}
