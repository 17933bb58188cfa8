import { append } from '../../../platform/events/event-store.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { deviceRetired, deviceStream } from '../events.ts';
import { cutOff, type DeviceDependencies, pushCommitted } from './after-commit.ts';
import { deviceAnswer } from './answer.ts';
import type { retireDevice } from './contract.ts';
import { changeDevice, findDevice, lockDevice } from './store.ts';

/** Retires a device for good; one that has retired stays so. */
export function retireDeviceHandler(dependencies: DeviceDependencies): Handler<typeof retireDevice> {
  const { database } = dependencies;
  return async ({ params: { deviceId } }, context) => {
    const { caller, requestId, now } = context;
    const at = now();
    await database.transaction(async tx => {
      const row = await lockDevice(tx, deviceId);
      if (row.retired_at !== null) return;
      // The next version of its configuration is none.
      const configVersion = row.config_version + 1;
      const change = {
        status: 'inactive',
        retired_at: at,
        credential_hash: null,
        config_version: configVersion,
      } as const;
      await changeDevice(tx, deviceId, change, at);
      await append(tx, deviceStream(deviceId), 'any', [deviceRetired.of({ deviceId })], {
        occurredAt: at,
        metadata: { requestId, actor: caller.userId },
      });
    });
    // Also where it had retired before: whoever asks again may do so because this was not done.
    await cutOff(dependencies, deviceId, context);
    await pushCommitted(dependencies, deviceId, context);
    return deviceAnswer(await findDevice(database.sql, deviceId), at);
  };
}
