import * as z from 'zod';
import type { RecordedEvent } from './event-store.ts';
import type { EventType } from './event-type.ts';
import { Poison } from './poison.ts';
import { type PublishedEvent, publishedEvent } from './published-event.ts';

/** Reads records: the event, or undefined for one of a type that is none of those asked for. @throws Poison */
export type PublishedReader<Type extends EventType> = (bytes: Uint8Array) => RecordedEvent<Type> | undefined;

/** Of an `integer` of PostgreSQL. */
const MOST_VERSIONS = 2 ** 31 - 1;

const utf8 = new TextDecoder('utf-8', { fatal: true });

let compiled: z.ZodType<PublishedEvent> | undefined;

/** A reader of records of these types, as this code knows them: older ones are brought to its version. */
export function publishedReader<const Type extends EventType>(types: readonly Type[]): PublishedReader<Type> {
  const read = eventReader(types);
  return bytes => read(envelopeOf(jsonOf(bytes)));
}

/** The same for what has been published, or would be. */
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
