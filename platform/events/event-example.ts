import { createHash } from 'node:crypto';
import { type DataContract, type JsonSchema, jsonSchema } from './data-contract.ts';
import { type PublishedEvent, publishedFrom } from './published-event.ts';

const INSTANT = '2026-03-01T00:00:00Z';

/** An event as it is published, made up from its contract: for the catalogue. */
export function exampleEvent({ type, version, schema }: DataContract): PublishedEvent {
  const [subject = ''] = type.name.split('.');
  return publishedFrom({
    streamId: `${subject}-${exampleId(`${subject}Id`)}`,
    version: 1,
    type: type.name,
    schemaVersion: version,
    occurredAt: new Date(INSTANT),
    globalPosition: '1042',
    metadata: { requestId: 'JKJaXmPLvHcESHA=' },
    data: exampleOf(jsonSchema(schema, 'draft-2020-12')),
  });
}

/** A value that a JSON Schema of ours allows: its own example, or the least there is of it. */
function exampleOf(schema: JsonSchema, name = ''): unknown {
  if (schema.examples !== undefined) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf !== undefined) return exampleOf(schema.anyOf[0] as JsonSchema, name);
  // Of something that may be null: what else it may be.
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, part]) => [key, exampleOf(part as JsonSchema, key)]),
      );
    case 'array':
      return [exampleOf(schema.items as JsonSchema, name)];
    case 'string':
      if (schema.format === 'date-time') return INSTANT;
      return schema.format === 'uuid' ? exampleId(name) : name;
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      throw new TypeError(`There is no example for ${JSON.stringify(schema)}`);
  }
}

/** The same UUID for the same name, so that examples of several events are of one user. */
function exampleId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
