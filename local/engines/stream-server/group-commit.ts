/**
 * Brings together what concurrent requests append, so that it is written by one call, after the event loop has heard all
 * requests that have come and before any of them is answered.
 */
export class GroupCommit {
  readonly #write: (bytes: Buffer) => void;
  #pending = '';
  #pendingBytes = 0;
  #committing: Promise<void> | undefined;

  constructor(write: (bytes: Buffer) => void) {
    this.#write = write;
  }

  /** Of what has been added and is not written. */
  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  add(text: string): void {
    this.#pending += text;
    this.#pendingBytes += Buffer.byteLength(text);
  }

  /** Resolves once all that has been added is written; rejects if none of it is. */
  committed(): Promise<void> {
    this.#committing ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        const bytes = Buffer.from(this.#pending);
        this.#pending = '';
        this.#pendingBytes = 0;
        this.#committing = undefined;
        try {
          this.#write(bytes);
          resolve();
        } catch (error) {
          reject(error);
        }
      });
    });
    return this.#committing;
  }
}
