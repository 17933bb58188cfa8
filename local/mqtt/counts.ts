/** Why something of a client is refused. */
export type Refusal =
  /** Not let in by the authorizer, or only as somebody else. */
  | 'connect_not_allowed'
  /** It may come again: the authorizer failed, or the stream is away and too much waits for it. */
  | 'connect_unavailable'
  | 'publish_not_allowed'
  | 'subscribe_not_allowed'
  | 'receive_not_allowed'
  /** No longer let in when the authorizer was asked again, or for a day. */
  | 'connection_expired'
  | 'payload_too_large'
  | 'payload_too_large_for_rule'
  | 'publish_rate_exceeded'
  | 'exactly_once_not_supported'
  | 'no_such_rule'
  /** What it sends is not MQTT 3.1.1, or not in time. */
  | 'protocol_error';

export type Counts = Readonly<Partial<Record<Refusal, number>>>;

/** Counts what is refused, so that an attack of any size is a line a second. */
export class RefusalCounts {
  #counts: Partial<Record<Refusal, number>> = {};

  add(refusal: Refusal): void {
    this.#counts[refusal] = (this.#counts[refusal] ?? 0) + 1;
  }

  /** Gives what was counted since the last call. */
  take(): Counts {
    const counts = this.#counts;
    this.#counts = {};
    return counts;
  }
}
