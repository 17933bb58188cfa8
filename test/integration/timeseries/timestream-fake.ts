import {
  type ColumnInfo,
  type Datum,
  QueryCommand,
  type QueryCommandInput,
  TimestreamQueryClient,
  ValidationException,
} from '@aws-sdk/client-timestream-query';
import {
  type RejectedRecord,
  RejectedRecordsException,
  type _Record as TimestreamRecord,
  TimestreamWriteClient,
  WriteRecordsCommand,
  type WriteRecordsCommandInput,
} from '@aws-sdk/client-timestream-write';
import { mockClient } from 'aws-sdk-client-mock';
import type { TimestreamTable } from '../../../platform/timeseries/timestream-table.ts';

const DAY = 86_400_000;
const $metadata = {};

/** A cell of a row: its type, and its text. */
interface Cell {
  readonly type: string;
  readonly text: string;
}

interface StoredRow {
  readonly version: number;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** The statement of the adapter: whatever else is asked is refused. */
const STATEMENT = new RegExp(
  `^SELECT \\* FROM "([\\w.-]+)"\\."([\\w.-]+)" WHERE device_id = '([^']*)' AND reading_type = '([^']*)' ` +
    `AND measure_name = '([^']*)' AND time >= from_milliseconds\\((\\d+)\\) AND time < from_milliseconds\\((\\d+)\\) ` +
    'ORDER BY time DESC LIMIT (\\d+)$',
);

/**
 * A table of Timestream, behind both clients: takes records as WriteRecords documents it (common attributes, versions,
 * retention, limits), and answers the adapter's query in the format of Query, page by page.
 */
export class TimestreamFake {
  readonly write = mockClient(TimestreamWriteClient);
  readonly query = mockClient(TimestreamQueryClient);
  readonly table: TimestreamTable = { database: 'heal7-tests', table: 'readings' };
  /** Of a page of a result, at most. */
  rowsOfPage = 1_000;
  now = Date.now();
  /** Thrown by the next call, and forgotten. */
  failure: unknown;
  readonly #rows = new Map<string, StoredRow>();
  /** As they came: a table has the columns of what was written to it. */
  readonly #columns = new Map<string, string>();

  constructor() {
    this.write.on(WriteRecordsCommand).callsFake(input => this.#written(input));
    this.query.on(QueryCommand).callsFake(input => this.#answered(input));
  }

  /** Readings in the table. */
  get size(): number {
    return this.#rows.size;
  }

  /** Gives the clients back what they were: other files of the same process use them. */
  restore(): void {
    this.write.restore();
    this.query.restore();
  }

  empty(): void {
    this.#rows.clear();
    this.#columns.clear();
  }

  #fail(): void {
    const { failure } = this;
    this.failure = undefined;
    if (failure !== undefined) throw failure;
  }

  #written({ DatabaseName, TableName, CommonAttributes = {}, Records = [] }: WriteRecordsCommandInput) {
    this.#fail();
    if (DatabaseName !== this.table.database || TableName !== this.table.table) throw new Error('No such table');
    if (Records.length === 0 || Records.length > 100) throw new Error('1 to 100 records');
    const rejected = Records.flatMap((record, RecordIndex): RejectedRecord[] => {
      const reason = this.#take({ ...CommonAttributes, ...record, Dimensions: dimensionsOf(CommonAttributes, record) });
      return reason === undefined ? [] : [{ RecordIndex, ...reason }];
    });
    if (rejected.length === 0) return { RecordsIngested: { Total: Records.length } };
    throw new RejectedRecordsException({ message: 'One or more records', RejectedRecords: rejected, $metadata });
  }

  #take(record: TimestreamRecord): Omit<RejectedRecord, 'RecordIndex'> | undefined {
    const { Dimensions = [], MeasureName = '', MeasureValues = [], Time = '', Version = 1 } = record;
    if (record.TimeUnit !== 'MILLISECONDS' || record.MeasureValueType !== 'MULTI') throw new Error('Another record');
    const at = Number(Time);
    const [oldest, newest] = [this.now - 30 * DAY, this.now + 15 * 60_000];
    if (at < oldest || at >= newest) {
      const range = `[${new Date(oldest).toISOString()}, ${new Date(newest).toISOString()})`;
      return { Reason: `The record timestamp is outside the time range ${range} of the data ingestion window.` };
    }
    if (MeasureValues.some(({ Value = '' }) => Buffer.byteLength(Value) > 2_048)) {
      return { Reason: 'The measure value exceeds 2048 bytes.' };
    }
    const cells = new Map<string, Cell>([
      ...Dimensions.map(({ Name = '', Value = '' }) => [Name, { type: 'VARCHAR', text: Value }] as const),
      ['measure_name', { type: 'VARCHAR', text: MeasureName }],
      ['time', { type: 'TIMESTAMP', text: Time }],
      ...MeasureValues.map(({ Name = '', Type = '', Value = '' }) => [Name, { type: Type, text: Value }] as const),
    ]);
    const key = JSON.stringify([Dimensions.map(({ Name, Value }) => [Name, Value]).toSorted(), MeasureName, Time]);
    const former = this.#rows.get(key);
    if (former !== undefined && contentOf(former.cells) !== contentOf(cells)) {
      if (Version === former.version) {
        return {
          Reason:
            'A record already exists with the same time, dimensions, measure name, and record version. A higher record ' +
            'version must be specified in order to update the measure value.',
        };
      }
      if (Version < former.version) {
        const Reason = `The record version ${Version} is lower than the existing version ${former.version}.`;
        return { Reason, ExistingVersion: former.version };
      }
    }
    this.#rows.set(key, { version: Math.max(Version, former?.version ?? 0), cells });
    for (const [name, { type }] of cells) this.#columns.set(name, type);
    return undefined;
  }

  #answered({ QueryString = '', NextToken }: QueryCommandInput) {
    this.#fail();
    const parts = STATEMENT.exec(QueryString);
    if (parts === null) throw refused(`line 1:1: mismatched input`);
    const [, database, table, device, type, measure, from, to, limit] = parts;
    if (database !== this.table.database || table !== this.table.table) {
      throw refused(`line 1:15: Table ${table} does not exist`);
    }
    if (!this.#columns.has('device_id')) throw refused(`line 1:40: Column 'device_id' does not exist`);
    if (Number(to) > 9_223_372_036_854) throw refused('line 1:1: Timestamp out of range');
    const names = [...this.#columns.keys()];
    const text = (row: StoredRow, name: string) => row.cells.get(name)?.text;
    const found = [...this.#rows.values()]
      .filter(row => text(row, 'device_id') === device && text(row, 'reading_type') === type)
      .filter(row => text(row, 'measure_name') === measure)
      .filter(row => Number(text(row, 'time')) >= Number(from) && Number(text(row, 'time')) < Number(to))
      .toSorted((a, b) => Number(text(b, 'time')) - Number(text(a, 'time')))
      .slice(0, Number(limit));
    // While the query runs there are no rows yet, and a token.
    if (NextToken === undefined) return { ColumnInfo: this.#columnInfo(names), Rows: [], NextToken: '0', $metadata };
    const start = Number(NextToken);
    const end = start + this.rowsOfPage;
    return {
      ColumnInfo: this.#columnInfo(names),
      Rows: found.slice(start, end).map(row => ({ Data: names.map(name => datumOf(row.cells.get(name))) })),
      ...(end < found.length && { NextToken: String(end) }),
      $metadata,
    };
  }

  #columnInfo(names: readonly string[]): ColumnInfo[] {
    return names.map(name => ({ Name: name, Type: { ScalarType: this.#columns.get(name) as 'VARCHAR' } }));
  }
}

function dimensionsOf(common: TimestreamRecord, own: TimestreamRecord) {
  const all = [...(common.Dimensions ?? []), ...(own.Dimensions ?? [])];
  if (new Set(all.map(({ Name }) => Name)).size !== all.length) throw new Error('A dimension is given twice');
  return all;
}

function contentOf(cells: ReadonlyMap<string, Cell>): string {
  return JSON.stringify([...cells].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** As Query has them: nanoseconds without a zone, and doubles with a point. */
function datumOf(cell: Cell | undefined): Datum {
  if (cell === undefined) return { NullValue: true };
  if (cell.type === 'TIMESTAMP') {
    const iso = new Date(Number(cell.text)).toISOString();
    return { ScalarValue: `${iso.slice(0, 10)} ${iso.slice(11, 23)}000000` };
  }
  if (cell.type === 'DOUBLE' && Number.isInteger(Number(cell.text))) return { ScalarValue: `${cell.text}.0` };
  return { ScalarValue: cell.text };
}

function refused(message: string): ValidationException {
  return new ValidationException({ message, Message: message, $metadata });
}
