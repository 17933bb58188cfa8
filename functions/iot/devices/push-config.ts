import type { Database, Transaction } from '../../../platform/db/database.ts';
import type { DevicePublisher } from '../../../platform/mqtt/publisher.ts';
import { deviceTopics } from '../../../platform/mqtt/topics.ts';
import { configPayload, type Thresholds } from '../readings/payload.ts';

interface ConfigRow {
  readonly config_version: number;
  readonly pushed_config_version: number | null;
  readonly sampling_interval_seconds: number;
  readonly alert_thresholds: Thresholds;
  readonly retired_at: Date | null;
}

/** What is published of a device's configuration: of a retired one nothing, which takes away what was kept. */
export function configMessage(row: ConfigRow): string {
  if (row.retired_at !== null) return '';
  return JSON.stringify(
    configPayload.parse({
      version: row.config_version,
      samplingIntervalSeconds: row.sampling_interval_seconds,
      alertThresholds: row.alert_thresholds,
    }),
  );
}

/**
 * Gives the broker a device's configuration, if it has not had this version. Those who push for one device take turns, and
 * each reads it anew: the last that is kept is the newest. The row is held only after the broker has answered, so that
 * readings go on meanwhile.
 * @returns whether there was something to push
 */
export function pushConfig(
  database: Pick<Database, 'transaction'>,
  publisher: Pick<DevicePublisher, 'retain'>,
  deviceId: string,
): Promise<boolean> {
  return database.transaction(async tx => {
    await lockPush(tx, deviceId);
    const [row] = await tx<ConfigRow[]>`
      select config_version, pushed_config_version, sampling_interval_seconds, alert_thresholds, retired_at
      from iot_devices where id = ${deviceId}`;
    if (row === undefined || row.pushed_config_version === row.config_version) return false;
    await publisher.retain(deviceTopics(deviceId).config, configMessage(row));
    await tx`update iot_devices set pushed_config_version = ${row.config_version} where id = ${deviceId}`;
    return true;
  });
}

async function lockPush(tx: Transaction, deviceId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`device config ${deviceId}`}, 0))`;
}
