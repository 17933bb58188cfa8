/** What a shard takes in a second. */
const RECORDS = 1_000;
const BYTES = 1024 * 1024;

/** Counts what a shard takes: as much as it may in a second at once, and then as that comes back. */
export class ShardThroughput {
  readonly #now: () => number;
  #records = RECORDS;
  #bytes = BYTES;
  #at: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#at = now();
  }

  /** Whether it takes a record of so many bytes; if so, they are counted. */
  takes(bytes: number): boolean {
    const now = this.#now();
    const seconds = (now - this.#at) / 1000;
    this.#at = now;
    this.#records = Math.min(RECORDS, this.#records + seconds * RECORDS);
    this.#bytes = Math.min(BYTES, this.#bytes + seconds * BYTES);
    if (this.#records < 1 || this.#bytes < bytes) return false;
    this.#records -= 1;
    this.#bytes -= bytes;
    return true;
  }
}
