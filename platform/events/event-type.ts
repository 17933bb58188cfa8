import * as z from 'zod';
import type { StreamName } from '../streams/streams.ts';

/**
 * A kind of event with the contract of its data. Data is JSON, and its contract changes nothing in it: what was appended
 * fulfils it again when it is read.
 */
export interface EventType<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  /** Snake case, stable, its subject before it: `post.published`. */
  readonly name: Name;
  /** Of the contract, from 1: raised by each change, since others read by it. */
  readonly schemaVersion: number;
  /** One line for the catalogue: what has happened. */
  readonly summary: string;
  /** Where it is published. */
  readonly stream: StreamName;
  /** Of its data. */
  readonly schema: Schema;
  /** Of data of earlier versions, the first one first: it is still in streams, and in the store for ever. */
  readonly earlier: readonly z.ZodType[];
  /** An event of this type. @throws ZodError if the data breaks the contract. */
  of(data: z.input<Schema>): Event<Name, z.output<Schema>>;
  /** The data of a recorded event. @throws UnreadableEvent. */
  read(data: unknown, schemaVersion: number): z.output<Schema>;
}

/** Something that has happened. */
export interface Event<Name extends string = string, Data = unknown> {
  readonly type: Name;
  readonly schemaVersion: number;
  readonly data: Data;
  /** Where it is published: `user-events` if left out. */
  readonly stream?: StreamName;
}

/** The event of a type, or of any of several. */
export type EventOf<Type> = Type extends EventType<infer Name, infer Schema> ? Event<Name, z.output<Schema>> : never;

/** A recorded event that this code cannot read: our fault, answered 500. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  /** Type, version and the first fields that differ; logged, so it holds no values. */
  readonly code: string;

  constructor(type: string, schemaVersion: number, why: string) {
    super('A recorded event cannot be read');
    this.code = `${type} v${schemaVersion}: ${why}`;
  }
}

interface EventContract<Name extends string, Schema extends z.ZodType> {
  readonly name: Name;
  readonly version: number;
  /** One line for the catalogue: what has happened. */
  readonly summary: string;
  /** `user-events` unless said. */
  readonly stream?: StreamName;
  readonly data: Schema;
  /** Contracts of the versions before, the first one first: published, so that whoever has such data can read it. */
  readonly earlier?: readonly z.ZodType[];
  /** Makes data of an earlier version into data of this one. Needed once there has been another version. */
  upcast?(data: unknown, version: number): unknown;
}

/** Declares a type of event. Its contract is compiled at the first event, as those of routes are. */
export function eventType<const Name extends string, const Schema extends z.ZodType>(
  contract: EventContract<Name, Schema>,
): EventType<Name, Schema> {
  const {
    name,
    version: schemaVersion,
    summary,
    stream = 'user-events',
    data: schema,
    earlier = [],
    upcast,
  } = contract;
  let compiled: Schema | undefined;
  const check = () => {
    compiled ??= z.compile(schema);
    return compiled;
  };
  return {
    name,
    schemaVersion,
    summary,
    stream,
    schema,
    earlier,
    of: data => ({
      type: name,
      schemaVersion,
      data: check().parse(data),
      ...(stream !== 'user-events' && { stream }),
    }),
    read(data, recordedVersion) {
      const current = recordedVersion === schemaVersion ? data : upcasted(data, recordedVersion);
      const parsed = check().safeParse(current);
      if (parsed.success) return parsed.data;
      const fields = parsed.error.issues.slice(0, 5).map(issue => `${issue.path.map(String).join('.')}:${issue.code}`);
      throw new UnreadableEvent(name, recordedVersion, fields.join(' '));
    },
  };

  function upcasted(data: unknown, version: number): unknown {
    if (version > schemaVersion || upcast === undefined) {
      throw new UnreadableEvent(name, version, `the contract has version ${schemaVersion}`);
    }
    return upcast(data, version);
  }
}
