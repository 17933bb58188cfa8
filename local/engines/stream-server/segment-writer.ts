import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';

/**
 * Appends to a segment. Its file is open only while there is something to write now and then: there are 42 shards, and
 * machines that allow 256 open files.
 */
export class SegmentWriter {
  readonly path: string;
  #file: number | undefined;
  #idle = false;

  constructor(path: string) {
    this.path = path;
  }

  /** Makes the file if it is not there. */
  open(): number {
    this.#file ??= openSync(this.path, 'a');
    return this.#file;
  }

  /** @param length of the file; it stays so where not all can be written */
  append(bytes: Buffer, length: number): void {
    const file = this.open();
    this.#idle = false;
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    } catch (error) {
      ftruncateSync(file, length);
      throw error;
    }
  }

  /** Closes the file if nothing was appended since the last call. */
  closeIfIdle(): void {
    if (this.#idle) this.close();
    this.#idle = true;
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}
