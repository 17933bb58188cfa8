import * as z from 'zod';
import type { StreamRecord } from '../streams/stream-function.ts';
import type { Readable } from './by-halves.ts';
import type { RecordedEvent } from './event-store.ts';
import type { EventType } from './event-type.ts';
import { Poison } from './poison.ts';
import { type PublishedEvent, publishedEvent } from './published-event.ts';

/** An event of a record, as it was read. */
export interface Delivered<Type extends EventType = EventType> extends Readable<Type> {
  /** As it would be if the event were alone in it. */
  readonly record: StreamRecord;
}

/** Of an `integer` of PostgreSQL. */
const MOST_VERSIONS = 2 ** 31 - 1;

const utf8 = new TextDecoder('utf-8', { fatal: true });

let compiled: z.ZodType<PublishedEvent> | undefined;

/**
 * A reader of records: what is in one, in order, with the events of these types as this code knows them: older ones are
 * brought to its version.
 */
export function recordReader<const Type extends EventType>(
  types: readonly Type[],
): (record: StreamRecord) => readonly Delivered<Type>[] {
  const read = eventReader(types);
  const readable = (value: unknown) => attempt(() => read(envelopeOf(value)));
  return record => {
    const { value, poison } = attempt(() => jsonOf(record.bytes));
    if (poison !== undefined) return [{ record, poison }];
    const events = Array.isArray(value) && value.length > 0 ? (value as readonly unknown[]) : undefined;
    if (events === undefined) return [delivered(record, readable(value))];
    return events.map(each => delivered(partOf(record, each), readable(each)));
  };
}

function attempt<Value>(work: () => Value): { readonly value?: Value; readonly poison?: Poison } {
  try {
    return { value: work() };
  } catch (error) {
    if (!(error instanceof Poison)) throw error;
    return { poison: error };
  }
}

function delivered<Type extends EventType>(
  record: StreamRecord,
  { value: event, poison }: { readonly value?: RecordedEvent<Type> | undefined; readonly poison?: Poison },
): Delivered<Type> {
  return { record, ...(event && { event }), ...(poison && { poison }) };
}

/** One event out of several. Its bytes are written only where they are asked for: of one that is set aside. */
function partOf({ sequenceNumber, partitionKey }: StreamRecord, event: unknown): StreamRecord {
  return {
    sequenceNumber,
    partitionKey,
    get bytes() {
      return Buffer.from(JSON.stringify(event));
    },
  };
}

/** A reader of what has been published, or would be. @throws Poison */
export function eventReader<const Type extends EventType>(
  types: readonly Type[],
): (published: PublishedEvent) => RecordedEvent<Type> | undefined {
  const byName = new Map(types.map(type => [type.name, type]));
  return published => {
    const type = byName.get(published.type);
    return type && (recordedEvent(published, type) as RecordedEvent<Type>);
  };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    // Its message quotes the text.
    throw new Poison('not_json');
  }
}

function envelopeOf(value: unknown): PublishedEvent {
  compiled ??= z.compile(publishedEvent);
  const parsed = compiled.safeParse(value);
  if (!parsed.success) throw new Poison('not_an_event');
  const { subject, streamversion } = parsed.data;
  // What is none of our streams and cannot be one: rows are found by it.
  const isOurs = streamversion <= MOST_VERSIONS && subject.isWellFormed() && !subject.includes('\0');
  if (!isOurs) throw new Poison('not_an_event');
  return parsed.data;
}

function recordedEvent(published: PublishedEvent, type: EventType): RecordedEvent<EventType> {
  const { subject: streamId, streamversion: version, schemaversion, globalposition, metadata, time } = published;
  const identity = { streamId, version, type: type.name };
  if (schemaversion > type.schemaVersion) throw new Poison('newer_version', identity);
  return {
    type: type.name,
    schemaVersion: type.schemaVersion,
    data: dataOf(published, type, identity),
    streamId,
    version,
    globalPosition: Number(globalposition),
    occurredAt: new Date(time),
    metadata,
  } as RecordedEvent<EventType>;
}

function dataOf({ data, schemaversion }: PublishedEvent, type: EventType, identity: Poison['event']): unknown {
  try {
    return type.read(data, schemaversion);
  } catch (error) {
    throw new Poison('unreadable_data', identity, error);
  }
}
