import { DomainError } from '../../../platform/errors/domain-error.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { deviceStream, deviceUpdated } from '../events.ts';
import { type DeviceDependencies, pushCommitted } from './after-commit.ts';
import { deviceAnswer } from './answer.ts';
import type { updateDevice } from './contract.ts';
import { deviceChange } from './device-change.ts';
import { deviceRetiredProblem } from './kinds.ts';
import { changeDevice, findDevice, lockDevice } from './store.ts';
import { checkMeasured } from './thresholds.ts';

/** Changes a device; what is already so is no change. A new configuration is pushed before the answer, if the broker takes it. */
export function updateDeviceHandler(dependencies: DeviceDependencies): Handler<typeof updateDevice> {
  const { database } = dependencies;
  return async ({ params: { deviceId }, body }, context) => {
    const { caller, requestId, now } = context;
    const at = now();
    const reconfigured = await database.transaction(async tx => {
      const row = await lockDevice(tx, deviceId);
      if (row.retired_at !== null) throw new DomainError(deviceRetiredProblem);
      if (body.alertThresholds !== undefined) checkMeasured(row.device_type, body.alertThresholds);
      const { fields, change } = deviceChange(row, body);
      if (fields.length === 0) return false;
      const { config_version: configVersion } = await changeDevice(tx, deviceId, change, at);
      await append(tx, deviceStream(deviceId), 'any', [deviceUpdated.of({ deviceId, fields, configVersion })], {
        occurredAt: at,
        metadata: { requestId, actor: caller.userId },
      });
      return change.config_version !== undefined;
    });
    if (reconfigured) await pushCommitted(dependencies, deviceId, context);
    return deviceAnswer(await findDevice(database.sql, deviceId), at);
  };
}
