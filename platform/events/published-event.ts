import * as z from 'zod';
import type { EventRow } from './event-store.ts';

/**
 * An event as it is published, alone in a record or in a list with others of its stream: a CloudEvent 1.0 in JSON (https://github.com/cloudevents/spec), whose extension attributes
 * (lower case, as the specification asks) say where it stands in our store.
 */
export const publishedEvent = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z
      .string()
      .min(1)
      .meta({ description: 'Of the event: its stream and version. The same however often it comes.' }),
    source: z.literal('urn:heal7'),
    type: z.string().min(1).meta({ description: 'As in the catalogue: `user.signed_up`.' }),
    subject: z.string().min(1).max(200).meta({ description: 'The stream it is part of: `user-<id>`, `chart-<id>`.' }),
    time: z.iso.datetime().meta({ description: 'When it happened.' }),
    datacontenttype: z.literal('application/json'),
    dataschema: z.string().meta({ description: 'The JSON Schema of its data: `/events/user.signed_up/1.json`.' }),
    schemaversion: z.int().min(1).meta({ description: 'Of the type, as it was when the event was recorded.' }),
    streamversion: z.int().min(1).meta({ description: 'Its place in its stream: from 1, without gaps.' }),
    globalposition: z
      .string()
      .regex(/^\d{1,19}$/)
      .meta({ description: 'Its place among all events, as a decimal number.' }),
    metadata: z.record(z.string(), z.string()).meta({ description: 'Who and what brought it about, as ids.' }),
    data: z.unknown(),
  })
  .meta({ id: 'PublishedEvent' });

export type PublishedEvent = z.output<typeof publishedEvent>;

/** What is published of a row. Not parsed on the way out: the relay does this for each event, and a test for their kinds. */
export function publishedFrom(row: EventRow): PublishedEvent {
  const { streamId, version, type, schemaVersion } = row;
  return {
    specversion: '1.0',
    id: `${streamId}/${version}`,
    source: 'urn:heal7',
    type,
    subject: streamId,
    time: row.occurredAt.toISOString(),
    datacontenttype: 'application/json',
    dataschema: `/events/${type}/${schemaVersion}.json`,
    schemaversion: schemaVersion,
    streamversion: version,
    globalposition: row.globalPosition,
    metadata: row.metadata,
    data: row.data,
  };
}
