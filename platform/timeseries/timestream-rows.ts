import type { ColumnInfo, Datum, Row } from '@aws-sdk/client-timestream-query';
import * as z from 'zod';
import type { RawReading } from './time-series-store.ts';

/** A page of a result: columns by name, values as text. */
export interface ResultPage {
  readonly ColumnInfo?: readonly ColumnInfo[] | undefined;
  readonly Rows?: readonly Row[] | undefined;
}

const conditions = z.record(z.string(), z.number());

/** Timestream's result as readings. A column that no record ever had is not in it, and null. */
export function readingsOf({ ColumnInfo: columns = [], Rows: rows = [] }: ResultPage): readonly RawReading[] {
  const places = new Map(columns.map(({ Name }, at) => [Name, at]));
  return rows.map(({ Data: data = [] }) => {
    const scalar = (name: string): string | null => scalarOf(data[places.get(name) ?? -1]);
    const ambient = scalar('ambient_conditions');
    const presence = scalar('user_presence');
    return {
      recordedAt: instantOf(required(scalar('time'))),
      value: Number(required(scalar('value'))),
      unit: required(scalar('unit')),
      accuracy: numberOf(scalar('accuracy')),
      reliabilityScore: numberOf(scalar('reliability_score')),
      ambientConditions: ambient === null ? null : conditions.parse(JSON.parse(ambient)),
      userPresence: presence === null ? null : presence === 'true',
    };
  });
}

function scalarOf(datum: Datum | undefined): string | null {
  return datum?.ScalarValue ?? null;
}

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text);
}

function required(text: string | null): string {
  if (text === null) throw new TypeError('A row of the history lacks what every reading has');
  return text;
}

/** `2026-11-24 05:30:00.123000000`, in UTC. */
function instantOf(text: string): number {
  const [, date, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3})\d{6}$/.exec(text) ?? [];
  if (date === undefined) throw new TypeError('A row of the history has a time of another form');
  return Date.parse(`${date}T${time}Z`);
}
