import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { engineFailure } from '../engine-failure.ts';
import { ACCOUNT, ServiceError, streamNotFound } from './service-error.ts';
import { Stream, type StreamRecord, type StreamSettings } from './stream.ts';

/** What a stream is to be like. */
export type NewStream = Pick<StreamRecord, 'name' | 'shards' | 'retentionHours'>;

/** A stream's folder is its name with this: names may be `.` and `..`. */
const FOLDER = '.stream';
/** Of one that is being made or deleted: a process that is killed meanwhile leaves no half of a stream. */
const PARTIAL = '.partial';
const RECORD = 'stream.json';
const streamRecord = z.object({
  name: z.string(),
  shards: z.int().positive(),
  retentionHours: z.int().positive(),
  createdAt: z.number(),
}) satisfies z.ZodType<StreamRecord>;

/** The streams that are kept in a folder. */
export class StreamFolder {
  readonly settings: StreamSettings;
  readonly #directory: string;
  readonly #streams = new Map<string, Stream>();

  /** Reads what is there. */
  constructor(directory: string, settings: StreamSettings) {
    this.#directory = directory;
    this.settings = settings;
    mkdirSync(directory, { recursive: true });
    for (const entry of readdirSync(directory)) {
      const path = join(directory, entry);
      if (entry.endsWith(PARTIAL)) rmSync(path, { recursive: true });
      if (entry.endsWith(FOLDER)) this.#open(readRecord(join(path, RECORD)));
    }
    this.trim();
  }

  get names(): readonly string[] {
    return [...this.#streams.keys()].sort();
  }

  /** @throws ServiceError where there is none of that name */
  get(name: string): Stream {
    const stream = this.#streams.get(name);
    if (stream === undefined) throw streamNotFound(name);
    return stream;
  }

  /** @throws ServiceError where there is one of that name */
  create(wanted: NewStream): void {
    const { name } = wanted;
    if (this.#streams.has(name)) {
      throw new ServiceError('ResourceInUseException', `Stream ${name} under account ${ACCOUNT} already exists.`);
    }
    const record: StreamRecord = { ...wanted, createdAt: this.settings.now() };
    const partial = join(this.#directory, `${name}${PARTIAL}`);
    mkdirSync(partial);
    writeFileSync(join(partial, RECORD), JSON.stringify(record));
    renameSync(partial, this.#folderOf(name));
    this.#open(record);
  }

  /** Makes a stream if it is not there. One that is keeps its shards, which its records are divided by. */
  ensure(wanted: NewStream): void {
    const stream = this.#streams.get(wanted.name);
    if (stream === undefined) this.create(wanted);
    else if (stream.record.retentionHours !== wanted.retentionHours) this.#retain(stream, wanted.retentionHours);
  }

  delete(name: string): void {
    this.get(name).close();
    this.#streams.delete(name);
    const partial = join(this.#directory, `${name}${PARTIAL}`);
    renameSync(this.#folderOf(name), partial);
    rmSync(partial, { recursive: true });
  }

  /** Deletes what is past its retention. To be called now and then. */
  trim(): void {
    for (const stream of this.#streams.values()) stream.trim();
  }

  close(): void {
    for (const stream of this.#streams.values()) stream.close();
  }

  #retain(stream: Stream, retentionHours: number): void {
    stream.close();
    const record: StreamRecord = { ...stream.record, retentionHours };
    const path = join(this.#folderOf(record.name), RECORD);
    writeFileSync(`${path}.new`, JSON.stringify(record));
    renameSync(`${path}.new`, path);
    this.#open(record);
  }

  #open(record: StreamRecord): void {
    this.#streams.set(record.name, new Stream(record, this.#folderOf(record.name), this.settings));
  }

  #folderOf(name: string): string {
    return join(this.#directory, `${name}${FOLDER}`);
  }
}

/** @throws EngineError where it is none */
function readRecord(path: string): StreamRecord {
  const text = readFileSync(path, 'utf8');
  try {
    return streamRecord.parse(JSON.parse(text));
  } catch {
    throw engineFailure('Kinesis', path, new Error('it does not say what the stream is like'));
  }
}
