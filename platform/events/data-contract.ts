import * as z from 'zod';
import type { EventType } from './event-type.ts';

/** JSON Schema, as far as contracts are written in it. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What data of a type is, at one version. */
export interface DataContract {
  readonly type: EventType;
  readonly version: number;
  readonly schema: z.ZodType;
}

/** The contracts of a type's data, the first version first. */
export function dataContracts(type: EventType): readonly DataContract[] {
  return [...type.earlier, type.schema].map((schema, index) => ({ type, version: index + 1, schema }));
}

/** Where the JSON Schema of a type's data is served: the `dataschema` of its events. */
export function dataSchemaPath(type: string, version: number): string {
  return `/events/${type}/${version}.json`;
}

/** Where that of the envelope is served. */
export const ENVELOPE_PATH = '/events/published-event.json';

/** The JSON Schema of data, as a document of its own. */
export function dataSchema({ type, version, schema }: DataContract): JsonSchema {
  return documentOf(dataSchemaPath(type.name, version), type.name, schema, type.summary);
}

/** The JSON Schema of a published event, whatever its data. */
export function envelopeSchema(envelope: z.ZodType): JsonSchema {
  return documentOf(ENVELOPE_PATH, 'PublishedEvent', envelope, 'A CloudEvent 1.0 in JSON.');
}

function documentOf($id: string, title: string, schema: z.ZodType, description: string): JsonSchema {
  const { $schema, ...parts } = jsonSchema(schema, 'draft-2020-12');
  return { $schema, $id, title, description, ...parts };
}

/** The JSON Schema of a contract, in one piece: without the name that a contract may have among components. */
export function jsonSchema(schema: z.ZodType, target: 'draft-2020-12' | 'draft-7'): JsonSchema {
  return z.toJSONSchema(schema.clone(schema.def as never), { io: 'output', target });
}
