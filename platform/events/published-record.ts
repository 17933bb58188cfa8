import type { StreamRecord } from '../streams/producer.ts';
import type { EventRow } from './event-store.ts';
import { publishedFrom } from './published-event.ts';

/** A record with what is in it, as positions of those that were given. */
export interface PackedRecord extends StreamRecord {
  readonly positions: readonly number[];
}

/** An event that goes into a record. */
interface Placed {
  readonly position: number;
  readonly row: EventRow;
}

/** Of a record that takes more than one event: an event is 0.5 kB in the mean, and a record is read and delivered whole. */
const MOST_CHARACTERS = 128 * 1024;
const MOST_EVENTS = 250;

/**
 * Puts events into records: those of a stream together, in their order, as many as go. A call takes one record of a key at a
 * time (`putRecords`), so that events one by one would leave at one a call. One alone is a CloudEvent, several are a list of
 * them (the JSON batch format of the specification).
 */
export function pack(events: readonly Placed[]): readonly PackedRecord[] {
  const records: Open[] = [];
  const open = new Map<string, Open>();
  for (const { position, row } of events) {
    const text = JSON.stringify(publishedFrom(row));
    let record = open.get(row.streamId);
    if (
      record === undefined ||
      record.characters + text.length > MOST_CHARACTERS ||
      record.texts.length === MOST_EVENTS
    ) {
      record = { key: row.streamId, texts: [], characters: 0, positions: [] };
      open.set(row.streamId, record);
      records.push(record);
    }
    record.texts.push(text);
    record.characters += text.length;
    record.positions.push(position);
  }
  return records.map(({ key, texts, positions }) => ({
    partitionKey: key,
    data: Buffer.from(texts.length === 1 ? texts[0]! : `[${texts.join(',')}]`),
    positions,
  }));
}

/** A record that may take more. */
interface Open {
  readonly key: string;
  readonly texts: string[];
  characters: number;
  readonly positions: number[];
}
