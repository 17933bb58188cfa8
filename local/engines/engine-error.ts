/** An engine that cannot start for a reason the person at the keyboard can mend: the message says how. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}
