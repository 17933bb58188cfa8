/** Why a reading, or a whole message, is not taken. Stable: operators filter and count by it. */
export type RefusalReason =
  /** Not JSON in UTF-8. */
  | 'not_json'
  /** JSON, and not what a topic rule writes. */
  | 'not_a_device_record'
  /** What the device sent is no JSON in UTF-8. */
  | 'unreadable_payload'
  /** It breaks the contract of its topic: the whole, or one reading. */
  | 'wrong_shape'
  | 'too_many_readings'
  | 'unknown_device'
  /** An operator has switched it off. */
  | 'device_inactive'
  | 'device_retired'
  | 'wrong_unit'
  /** Of what can be measured at all. */
  | 'out_of_range'
  /** Recorded over five minutes after it was received. */
  | 'from_the_future'
  /** Recorded before the hot window. */
  | 'too_late'
  /** Read, and refused by a constraint of the database, or by a mistake in the code. */
  | 'not_applied'
  /** Of the archive: recorded before what Timestream keeps. */
  | 'outside_retention'
  /** Of the archive: not taken by Timestream, which says why in its answer alone. */
  | 'not_archived';

/** Part of a message that is not taken, or all of it. */
export interface Refusal {
  readonly reason: RefusalReason;
  /** As the device sent them. Absent: whatever the record holds. */
  readonly readings?: readonly unknown[];
}
