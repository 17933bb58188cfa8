import {
  type RejectedRecord,
  RejectedRecordsException,
  type TimestreamWriteClient,
  WriteRecordsCommand,
} from '@aws-sdk/client-timestream-write';
import { type ArchivedReading, recordsOf } from './timestream-record.ts';
import type { TimestreamTable } from './timestream-table.ts';

/** Why Timestream does not take a reading, however often it comes. */
export type RejectionReason =
  /** Its time is outside of what the table keeps: older than its magnetic store, or too far ahead. */
  | 'outside_retention'
  /** It breaks a limit of Timestream, or a rule that is not known here. */
  | 'rejected';

export interface Rejection<Reading> {
  readonly reading: Reading;
  readonly reason: RejectionReason;
}

export interface WriteOutcome<Reading> {
  /** In the table, now or before. */
  readonly archived: number;
  /** Another reading of the same device, type and time is in the table, which stays the one it is. */
  readonly known: number;
  readonly rejected: readonly Rejection<Reading>[];
}

/** What puts readings into a table. */
export type WriteReadings = <Reading extends ArchivedReading>(
  readings: readonly Reading[],
) => Promise<WriteOutcome<Reading>>;

/** Of a call: https://docs.aws.amazon.com/timestream/latest/developerguide/API_WriteRecords.html */
const MOST_RECORDS = 100;

const CALLS_AT_ONCE = 8;

/**
 * Puts readings into Timestream, each once however often it is put: the same one again changes nothing, and of two that say
 * otherwise of one device, type and time the first stays, as in Aurora. Late ones go to the magnetic store.
 * @throws what the client throws when its attempts are used up; some readings are in the table then, and may come again
 */
export async function writeReadings<Reading extends ArchivedReading>(
  client: Pick<TimestreamWriteClient, 'send'>,
  table: TimestreamTable,
  readings: readonly Reading[],
): Promise<WriteOutcome<Reading>> {
  const { unique, repeated } = firstOfEach(readings);
  const calls = [...inGroups(bySeries(unique), MOST_RECORDS)];
  const outcomes: { known: number; rejected: readonly Rejection<Reading>[] }[] = [];
  for (const together of inGroups(calls, CALLS_AT_ONCE)) {
    outcomes.push(...(await allDone(together.map(call => writeOnce(client, table, call)))));
  }
  const known = outcomes.reduce((sum, outcome) => sum + outcome.known, repeated);
  const rejected = outcomes.flatMap(outcome => outcome.rejected);
  return { archived: readings.length - known - rejected.length, known, rejected };
}

async function writeOnce<Reading extends ArchivedReading>(
  client: Pick<TimestreamWriteClient, 'send'>,
  { database, table }: TimestreamTable,
  readings: readonly Reading[],
): Promise<{ readonly known: number; readonly rejected: readonly Rejection<Reading>[] }> {
  try {
    await client.send(new WriteRecordsCommand({ DatabaseName: database, TableName: table, ...recordsOf(readings) }));
    return { known: 0, rejected: [] };
  } catch (error) {
    // The others of the call were written.
    if (!(error instanceof RejectedRecordsException) || error.RejectedRecords === undefined) throw error;
    const rejected = error.RejectedRecords.filter(each => !isKnown(each)).map(each => ({
      reading: readings[each.RecordIndex ?? 0]!,
      reason: reasonOf(each),
    }));
    return { known: error.RejectedRecords.length - rejected.length, rejected };
  }
}

/**
 * "A record already exists with the same time, dimensions, measure name, and record version." comes without the version
 * (dpattmann/prometheus-timestream-adapter#87), "The record version 2 is lower than the existing version 200." with it
 * (aws/aws-sdk-pandas#2018). Reasons are sentences and not codes: one that is not known is set aside, where somebody sees it.
 */
function isKnown({ ExistingVersion, Reason = '' }: RejectedRecord): boolean {
  return ExistingVersion !== undefined || /\balready exists\b/.test(Reason);
}

function reasonOf({ Reason = '' }: RejectedRecord): RejectionReason {
  return /\boutside (?:of )?the time range\b|\bretention\b/.test(Reason) ? 'outside_retention' : 'rejected';
}

/** Calls run at once, so that two of the same device, type and time may not be in two of them. */
function firstOfEach<Reading extends ArchivedReading>(readings: readonly Reading[]) {
  const unique = new Map<string, Reading>();
  for (const reading of readings) {
    const key = `${reading.deviceId} ${reading.type} ${reading.recordedAt}`;
    if (!unique.has(key)) unique.set(key, reading);
  }
  return { unique: [...unique.values()], repeated: readings.length - unique.size };
}

/** Those of a device and type together, which then have their dimensions in common. */
function bySeries<Reading extends ArchivedReading>(readings: readonly Reading[]): readonly Reading[] {
  const series = Map.groupBy(readings, ({ deviceId, type }) => `${deviceId} ${type}`);
  return [...series].toSorted(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, each]) => each);
}

function* inGroups<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** Waits for all, also where one has failed: none may still be writing when its batch comes again. */
async function allDone<Result>(work: readonly Promise<Result>[]): Promise<readonly Result[]> {
  const ends = await Promise.allSettled(work);
  const failed = ends.find(end => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return ends.map(end => (end as PromiseFulfilledResult<Result>).value);
}
