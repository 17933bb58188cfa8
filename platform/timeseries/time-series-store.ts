/** A reading as it was measured. */
export interface RawReading {
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
  readonly value: number;
  readonly unit: string;
  readonly accuracy: number | null;
  readonly reliabilityScore: number | null;
  readonly ambientConditions: Readonly<Record<string, number>> | null;
  readonly userPresence: boolean | null;
}

/** Readings of one type of a device, of a stretch of time. */
export interface RawReadingsQuery {
  /** A UUID. */
  readonly deviceId: string;
  /** Snake case: `air_quality`. */
  readonly type: string;
  /** Milliseconds since 1970; included. */
  readonly from: number;
  /** Not included. */
  readonly to: number;
  readonly limit: number;
}

/**
 * Raw history of readings, as long as the stage keeps it: in Aurora, or in Timestream beside it. A device has one reading of
 * a type in a millisecond.
 */
export interface TimeSeriesStore {
  /**
   * The last of a stretch of time, the newest first.
   * @throws DomainError `database_unavailable`, `history_unavailable`
   */
  readLatest(query: RawReadingsQuery): Promise<readonly RawReading[]>;
}
