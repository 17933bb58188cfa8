import { arrayLiteral } from '../../../platform/db/array-literal.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import type { Reading } from '../readings/reading.ts';
import type { ReadingType } from '../readings/reading-types.ts';
import { clearAlerts, episodeColumns, type NewAlert, raiseAlerts } from './record-alerts.ts';
import { type Episode, followLimit, isBreach, type LimitKind, type LimitState, limitsOf } from './threshold-rule.ts';

/** A reading of an active device that has a threshold of its type. */
export interface WatchedReading extends Pick<Reading, 'deviceId' | 'type' | 'value' | 'recordedAt'> {
  readonly locationId: string;
  readonly thresholds: { readonly min?: number | undefined; readonly max?: number | undefined };
}

/** Readings of a type of a device: at least one. */
interface Series {
  readonly readings: readonly WatchedReading[];
  readonly breached: boolean;
}

/**
 * Raises and clears alerts of thresholds, with their events, in the transaction of ingest. Where nothing is wrong, at the price of
 * one look at an index.
 *
 * @param readings that are new (each reading once, however often it is delivered), in any order
 * @returns how many alerts were raised or cleared
 */
export async function followThresholds(
  tx: Transaction,
  readings: readonly WatchedReading[],
  now: Date,
): Promise<number> {
  if (readings.length === 0) return 0;
  const series = seriesOf(readings);
  const open = await openAlerts(tx, [...new Set(readings.map(({ deviceId }) => deviceId))]);
  const touched = [...series].filter(
    ([key, { breached }]) => breached || open.has(`${key} above_maximum`) || open.has(`${key} below_minimum`),
  );
  if (touched.length === 0) return 0;
  const { intervals, lastCleared } = await historyOf(
    tx,
    touched.map(([, { readings }]) => readings[0]!),
  );

  const raised: NewAlert[] = [];
  const goingOn: { readonly alertId: string; readonly episode: Episode }[] = [];
  for (const [key, { readings }] of touched) {
    const { deviceId, locationId, type, thresholds } = readings[0]!;
    for (const limit of limitsOf(type, thresholds, intervals.get(deviceId)!)) {
      const alert = open.get(`${key} ${limit.kind}`);
      const clearedAt = lastCleared.get(`${key} ${limit.kind}`) ?? Number.NEGATIVE_INFINITY;
      const before: LimitState = { open: alert?.episode, clearedAt };
      for (const [index, episode] of followLimit(before, readings, limit, now.getTime()).entries()) {
        if (alert !== undefined && index === 0) {
          if (episode !== alert.episode) goingOn.push({ alertId: alert.alertId, episode });
          continue;
        }
        const { openedAt, openedValue } = episode;
        const { kind, value } = limit;
        raised.push({
          ...{ deviceId, locationId, kind, readingType: type, limit: value, fault: null },
          ...{ openedAt, openedValue, episode },
        });
      }
    }
  }
  return (await updateEpisodes(tx, goingOn, now)) + (await raiseAlerts(tx, raised, now));
}

function seriesOf(readings: readonly WatchedReading[]): ReadonlyMap<string, Series> {
  const series = new Map<string, { readings: WatchedReading[]; breached: boolean }>();
  for (const reading of readings) {
    const { deviceId, type, value, thresholds } = reading;
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = thresholds;
    const breached = isBreach('above_maximum', max, value) || isBreach('below_minimum', min, value);
    const key = `${deviceId} ${type}`;
    const known = series.get(key);
    if (known === undefined) series.set(key, { readings: [reading], breached });
    else {
      known.readings.push(reading);
      known.breached ||= breached;
    }
  }
  return series;
}

interface OpenAlert {
  readonly alertId: string;
  readonly episode: Episode;
}

/** By device, type and kind. Held until the transaction ends, so that two batches of a device do not miss each other's readings. */
async function openAlerts(tx: Transaction, deviceIds: readonly string[]): Promise<ReadonlyMap<string, OpenAlert>> {
  interface Row {
    readonly id: string;
    readonly device_id: string;
    readonly reading_type: ReadingType;
    readonly kind: LimitKind;
    readonly opened_at: Date;
    readonly opened_value: number;
    readonly last_breach_at: Date;
    readonly worst_value: number;
    readonly breaches: number;
    readonly last_outside_at: Date;
  }
  const rows = await tx<Row[]>`
    select id, device_id, reading_type, kind, opened_at, opened_value::float8, last_breach_at, worst_value::float8, breaches,
      last_outside_at
    from sensor_alerts
    where device_id = any (${arrayLiteral(deviceIds)}::text::uuid[]) and cleared_at is null
      and kind in ('above_maximum', 'below_minimum')
    order by id for update`;
  return new Map(
    rows.map(row => [
      `${row.device_id} ${row.reading_type} ${row.kind}`,
      {
        alertId: row.id,
        episode: {
          openedAt: row.opened_at.getTime(),
          openedValue: row.opened_value,
          lastBreachAt: row.last_breach_at.getTime(),
          worstValue: row.worst_value,
          breaches: row.breaches,
          lastOutsideAt: row.last_outside_at.getTime(),
        },
      },
    ]),
  );
}

/** How often devices measure, and when the last alert of each series and kind was cleared: a row each, however many there were. */
async function historyOf(tx: Transaction, series: readonly Pick<WatchedReading, 'deviceId' | 'type'>[]) {
  interface Row {
    readonly device_id: string;
    readonly seconds: number;
    readonly reading_type: ReadingType;
    readonly kind: LimitKind;
    readonly cleared_at: Date | null;
  }
  const rows = await tx<Row[]>`
    select series.device_id, device.sampling_interval_seconds as seconds, series.reading_type, of_limit.kind, last.cleared_at
    from unnest(
      ${arrayLiteral(series.map(({ deviceId }) => deviceId))}::text::uuid[],
      ${arrayLiteral(series.map(({ type }) => type))}::text::text[]
    ) as series (device_id, reading_type)
    join iot_devices as device on device.id = series.device_id
    cross join (values ('above_maximum'), ('below_minimum')) as of_limit (kind)
    left join lateral (
      select cleared_at from sensor_alerts
      where device_id = series.device_id and kind = of_limit.kind and reading_type = series.reading_type
        and cleared_at is not null
      order by cleared_at desc limit 1
    ) as last on true`;
  const cleared = rows.filter(row => row.cleared_at !== null);
  return {
    intervals: new Map(rows.map(({ device_id, seconds }) => [device_id, seconds])),
    lastCleared: new Map(
      cleared.map(row => [`${row.device_id} ${row.reading_type} ${row.kind}`, row.cleared_at!.getTime()]),
    ),
  };
}

/** @returns how many were cleared */
async function updateEpisodes(
  tx: Transaction,
  alerts: readonly { readonly alertId: string; readonly episode: Episode }[],
  now: Date,
): Promise<number> {
  if (alerts.length === 0) return 0;
  const rows = alerts.map(({ alertId, episode }) => ({ alertId, ...episodeColumns(episode) }));
  await tx`
    update sensor_alerts as alert set
      last_breach_at = now."lastBreachAt", worst_value = now."worstValue", breaches = now.breaches,
      last_outside_at = now."lastOutsideAt"
    from jsonb_to_recordset(${tx.json(rows as never)}) as now (
      "alertId" uuid, "lastBreachAt" timestamptz, "worstValue" numeric, breaches integer, "lastOutsideAt" timestamptz
    )
    where alert.id = now."alertId"`;
  const ends = alerts.flatMap(({ alertId, episode: { cleared } }) =>
    cleared === undefined
      ? []
      : [{ alertId, clearedAt: cleared.recordedAt, clearedValue: cleared.value, reason: 'recovered' as const }],
  );
  return clearAlerts(tx, ends, now);
}
