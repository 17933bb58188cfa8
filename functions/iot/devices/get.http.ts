import type { Database } from '../../../platform/db/database.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { type Broker, connectedDeviceAnswer } from './answer.ts';
import type { getDevice } from './contract.ts';
import { findDevice } from './store.ts';

/** One device, with how it connects. */
export function getDeviceHandler({
  database,
  broker,
}: {
  readonly database: Pick<Database, 'sql'>;
  broker(): Broker;
}): Handler<typeof getDevice> {
  return async ({ params: { deviceId } }, { now }) =>
    connectedDeviceAnswer(await findDevice(database.sql, deviceId), broker(), now());
}
