import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { GroupCommit } from './group-commit.ts';
import { arrivalOf, hasNumber, lineEnd, recordLine } from './record-line.ts';
import { cutTornTail, readLines, type Segment, segmentAt, segmentsIn } from './segment.ts';
import { SegmentWriter } from './segment-writer.ts';
import { type NumberedShard, sequenceNumber } from './sequence-number.ts';

export interface ShardLogOptions extends NumberedShard {
  /** Made with the first record. */
  readonly folder: string;
  readonly retentionMs: number;
  readonly now: () => number;
  /** A segment that has grown to this is followed by another. */
  readonly segmentBytes?: number;
}

/** Records read from a position on. */
export interface Reading {
  /** Each with its line end. */
  readonly bytes: Buffer;
  readonly count: number;
  /** Where to go on. */
  readonly next: number;
  /** When the last of them arrived, or what was before them. */
  readonly arrivedAt: number;
}

const SEGMENT_BYTES = 16 * 1024 * 1024;

/** A segment is followed by another after this part of the retention too: it is deleted when the last in it is past that. */
const PARTS_OF_RETENTION = 24;

const PAGE = 10_000;

/**
 * The records of a shard, in files that only grow. A position is a number of bytes from the log's beginning, whatever has
 * been deleted of it. There is no fsync: what is kept is what a killed process wrote, not what the machine had yet to bring
 * to its disk when the power went. No record stays in this process's memory: the system holds what was written of late.
 */
export class ShardLog {
  readonly #options: ShardLogOptions;
  readonly #segments: Segment[];
  readonly #commit = new GroupCommit(bytes => this.#write(bytes));
  #writer: SegmentWriter | undefined;
  /** After the last record that is written. */
  #end = 0;
  /** When that record arrived; when the stream was made, before the first. */
  #writtenUntil: number;
  #appendedUntil: number;

  constructor(options: ShardLogOptions) {
    this.#options = options;
    this.#segments = existsSync(options.folder) ? segmentsIn(options.folder) : [];
    this.#writtenUntil = options.streamCreatedAt;
    const last = this.#segments.at(-1);
    if (last !== undefined) {
      const { length, arrivedAt = last.since } = cutTornTail(last.path);
      this.#end = last.base + length;
      this.#writtenUntil = arrivedAt;
    }
    this.#appendedUntil = this.#writtenUntil;
  }

  /** The trim horizon: of the first record that is left. */
  get start(): number {
    return this.#segments[0]?.base ?? this.#end;
  }

  get end(): number {
    return this.#end;
  }

  /** @returns the sequence number that it has once `written` resolves */
  append(data: string, partitionKey: string): string {
    const number = sequenceNumber(this.#options, this.#end + this.#commit.pendingBytes + 1);
    // A clock that is set back does not bring the log out of order.
    this.#appendedUntil = Math.max(this.#options.now(), this.#appendedUntil);
    this.#commit.add(recordLine(number, this.#appendedUntil, data, partitionKey));
    return number;
  }

  /** Resolves once all that was appended is in the file. */
  written(): Promise<void> {
    return this.#commit.committed();
  }

  /** The first records from a position on, of one segment: fewer than the limit do not mean that there are no more. */
  read(position: number, limit: number): Reading {
    const from = Math.max(position, this.start);
    const index = this.#segments.findLastIndex(({ base }) => base <= from);
    const to = this.#segments[index + 1]?.base ?? this.#end;
    if (from >= to) return { bytes: Buffer.alloc(0), count: 0, next: from, arrivedAt: this.#writtenUntil };
    const { path, base } = this.#segments[index]!;
    const { bytes, count, last } = readLines(path, from - base, to - base, limit);
    return { bytes, count, next: from + bytes.length, arrivedAt: arrivalOf(bytes, last) };
  }

  /** Whether a record begins at a position, or may have: none that is past its retention can be asked. */
  has(position: number): boolean {
    if (position < this.start) return true;
    const number = sequenceNumber(this.#options, position + 1);
    return position < this.#end && hasNumber(this.read(position, 1).bytes, 0, number);
  }

  /** The position of the first record that arrived then or later; the end if there is none. */
  positionAt(time: number): number {
    const segment = this.#segments.find((_, n) => time <= (this.#segments[n + 1]?.since ?? Number.POSITIVE_INFINITY));
    let position = segment?.base ?? this.#end;
    while (position < this.#end) {
      const { bytes, next } = this.read(position, PAGE);
      for (let start = 0; start < bytes.length; start = lineEnd(bytes, start)) {
        if (arrivalOf(bytes, start) >= time) return position + start;
      }
      position = next;
    }
    return position;
  }

  /** Deletes the segments whose records are all past the retention, and closes a file at rest. To be called now and then. */
  trim(): void {
    const horizon = this.#options.now() - this.#options.retentionMs;
    // The new one's name keeps the position when all others are gone.
    if (this.#activeBytes() > 0 && this.#writtenUntil <= horizon) this.#roll().open();
    while (this.#segments.length > 1 && this.#segments[1]!.since <= horizon) {
      rmSync(this.#segments.shift()!.path, { force: true });
    }
    this.#writer?.closeIfIdle();
  }

  close(): void {
    this.#writer?.close();
  }

  #write(bytes: Buffer): void {
    const writer = this.#writerWithRoom();
    writer.append(bytes, this.#activeBytes());
    this.#end += bytes.length;
    this.#writtenUntil = this.#appendedUntil;
  }

  #writerWithRoom(): SegmentWriter {
    const { segmentBytes = SEGMENT_BYTES, retentionMs, now } = this.#options;
    const active = this.#segments.at(-1);
    if (active === undefined) return this.#roll();
    const bytes = this.#activeBytes();
    const old = now() - active.since > retentionMs / PARTS_OF_RETENTION;
    if (bytes > 0 && (bytes >= segmentBytes || old)) return this.#roll();
    this.#writer ??= new SegmentWriter(active.path);
    return this.#writer;
  }

  #activeBytes(): number {
    return this.#end - (this.#segments.at(-1)?.base ?? this.#end);
  }

  /** Begins another segment. */
  #roll(): SegmentWriter {
    this.#writer?.close();
    // Not its parents: a stream that is deleted meanwhile stays so.
    if (!existsSync(this.#options.folder)) mkdirSync(this.#options.folder);
    const segment = segmentAt(this.#options.folder, this.#end, this.#writtenUntil);
    this.#segments.push(segment);
    this.#writer = new SegmentWriter(segment.path);
    return this.#writer;
  }
}
