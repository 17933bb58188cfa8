import { DomainError } from '../../../platform/errors/domain-error.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { PreparedWrite } from '../../../platform/http/write-route.ts';
import { deviceRegistered, deviceStream } from '../events.ts';
import { type DeviceDependencies, pushCommitted } from './after-commit.ts';
import { type Broker, connectedDeviceAnswer } from './answer.ts';
import type { registerDevice } from './contract.ts';
import { credentialHash, newDeviceSecret } from './credential.ts';
import { deviceAlreadyRegistered } from './kinds.ts';
import { findBySerial, insertDevice } from './store.ts';
import { checkMeasured } from './thresholds.ts';

interface NewDevice {
  readonly deviceId: string;
  readonly secret: string;
}

/** Registers a device, and gives its secret. */
export function registerDeviceWrite(
  dependencies: DeviceDependencies & { newId(): string; broker(): Broker },
): PreparedWrite<typeof registerDevice, NewDevice> {
  return {
    async prepare({ body: { type, alertThresholds } }) {
      checkMeasured(type, alertThresholds);
      return { deviceId: dependencies.newId(), secret: newDeviceSecret() };
    },
    async write({ body }, { caller: { userId }, requestId, now }, tx, { deviceId, secret }) {
      const at = now();
      const { serial, type, locationId } = body;
      const row = await insertDevice(
        tx,
        {
          id: deviceId,
          device_serial: serial,
          device_type: type,
          location_id: locationId,
          installation_position: body.installationPosition,
          manufacturer: body.manufacturer ?? null,
          model: body.model ?? null,
          firmware_version: body.firmwareVersion ?? null,
          sampling_interval_seconds: body.samplingIntervalSeconds,
          alert_thresholds: body.alertThresholds,
          installed_at: body.installedAt ?? at,
          credential_hash: credentialHash(secret),
        },
        at,
      );
      if (row === undefined) {
        const { id, retired_at } = await findBySerial(tx, serial);
        throw new DomainError(deviceAlreadyRegistered, { deviceId: id, retired: retired_at === null ? 0 : 1 });
      }
      const event = deviceRegistered.of({ deviceId, deviceType: type, locationId });
      await append(tx, deviceStream(deviceId), 'none', [event], {
        occurredAt: at,
        metadata: { requestId, actor: userId },
      });
      return { ...connectedDeviceAnswer(row, dependencies.broker(), at), secret };
    },
    // Where the answer is only given again, there is no device under this id.
    afterCommit: ({ deviceId }, context) => pushCommitted(dependencies, deviceId, context),
  };
}
