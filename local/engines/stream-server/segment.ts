import { closeSync, fstatSync, ftruncateSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { arrivalOf, lastLine, lineEnd } from './record-line.ts';

/** A file of a shard's log. Its name says what it begins with: `0000000000048213-1790000000000.records`. */
export interface Segment {
  readonly path: string;
  /** The position in the log of its first byte. */
  readonly base: number;
  /** When the last record before it arrived, in milliseconds; none in it is older. */
  readonly since: number;
}

/** Records that follow one another. */
export interface Lines {
  readonly bytes: Buffer;
  readonly count: number;
  /** Where the last of them begins. */
  readonly last: number;
}

const NAME = /^(\d{16})-(\d{13})\.records$/;

/** A first look: what is written to a shard between two polls. */
const FIRST_BYTES = 64 * 1024;

/**
 * GetRecords gives 10 MB of data at most. Counted here as the JSON it goes in, which is a third longer; the longest record,
 * 1 MB of data, fits.
 */
const MOST_BYTES = 10 * 1024 * 1024;

export function segmentAt(folder: string, base: number, since: number): Segment {
  return { path: join(folder, `${String(base).padStart(16, '0')}-${since}.records`), base, since };
}

/** In their order. */
export function segmentsIn(folder: string): Segment[] {
  return readdirSync(folder)
    .sort()
    .flatMap(name => {
      const [, base, since] = NAME.exec(name) ?? [];
      return base === undefined ? [] : [segmentAt(folder, Number(base), Number(since))];
    });
}

/**
 * Cuts what a killed process has written of a record that it did not finish.
 * @returns the length that is left, and when the last record arrived if there is one
 */
export function cutTornTail(path: string): { readonly length: number; readonly arrivedAt?: number } {
  const file = openSync(path, 'r+');
  try {
    const { size } = fstatSync(file);
    for (let length = 4096; ; length *= 8) {
      const from = Math.max(0, size - length);
      const bytes = readBytes(file, from, size);
      const { start, end } = lastLine(bytes);
      // The last line is whole in what was read if another ends before it, or the file begins with it.
      if (start === 0 && from > 0) continue;
      if (from + end < size) ftruncateSync(file, from + end);
      return { length: from + end, ...(end > 0 && { arrivedAt: arrivalOf(bytes, start) }) };
    }
  } finally {
    closeSync(file);
  }
}

/**
 * Reads records from one byte of a file on, none past another. The call waits for the file: recent bytes are in the system's
 * memory, from where 64 kB come in less time than it takes to hand the work to a thread and have it back.
 */
export function readLines(path: string, from: number, to: number, limit: number): Lines {
  const file = openSync(path, 'r');
  try {
    const most = Math.min(to, from + MOST_BYTES);
    for (let length = FIRST_BYTES; ; length *= 8) {
      const until = Math.min(most, from + length);
      const lines = wholeLines(readBytes(file, from, until), limit);
      if (lines.count === limit || until === most) return lines;
    }
  } finally {
    closeSync(file);
  }
}

function wholeLines(bytes: Buffer, limit: number): Lines {
  let count = 0;
  let last = 0;
  let end = 0;
  while (count < limit) {
    const next = lineEnd(bytes, end);
    if (next === 0) break;
    last = end;
    end = next;
    count++;
  }
  return { bytes: bytes.subarray(0, end), count, last };
}

function readBytes(file: number, from: number, to: number): Buffer {
  const bytes = Buffer.allocUnsafe(to - from);
  let filled = 0;
  while (filled < bytes.length) {
    const read = readSync(file, bytes, filled, bytes.length - filled, from + filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}
