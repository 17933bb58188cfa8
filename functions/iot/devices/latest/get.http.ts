import type { Database } from '../../../../platform/db/database.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import type { Handler } from '../../../../platform/http/route.ts';
import { deviceLatestAnswer } from '../../latest/answer.ts';
import { findDevice, findLatest } from '../../latest/store.ts';
import { deviceNotFound } from '../kinds.ts';
import type { getLatestReadings } from './contract.ts';

/** What a device measured last. */
export function getLatestReadingsHandler({
  database: { sql },
}: {
  readonly database: Pick<Database, 'sql'>;
}): Handler<typeof getLatestReadings> {
  return async ({ params: { deviceId } }, { now }) => {
    const device = await findDevice(sql, deviceId);
    if (device === undefined) throw new DomainError(deviceNotFound);
    const latest = await findLatest(sql, [device.id]);
    return deviceLatestAnswer(device, latest.get(device.id) ?? [], now());
  };
}
