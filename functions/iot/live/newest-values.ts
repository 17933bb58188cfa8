import type { LiveReading } from './messages.ts';

/** The values of a location that wait to be sent: of each device and type the one that was recorded last. */
export class NewestValues {
  readonly #recordedAt = new Map<string, string>();
  readonly #waiting = new Map<string, LiveReading>();

  /** Takes a value, unless one as new was taken before: late ones and repeated ones are no news. Says whether it did. */
  offer(reading: LiveReading): boolean {
    const which = `${reading.deviceId} ${reading.type}`;
    const former = this.#recordedAt.get(which);
    // Instants of one form, so that they sort as text.
    if (former !== undefined && former >= reading.recordedAt) return false;
    this.#recordedAt.set(which, reading.recordedAt);
    this.#waiting.set(which, reading);
    return true;
  }

  /** Gives what waits; then nothing does. */
  take(): readonly LiveReading[] {
    const taken = [...this.#waiting.values()];
    this.#waiting.clear();
    return taken;
  }
}
