import { DomainError } from '../../../platform/errors/domain-error.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { PreparedWrite } from '../../../platform/http/write-route.ts';
import { deviceCredentialRotated, deviceStream } from '../events.ts';
import { cutOff, type DeviceDependencies } from './after-commit.ts';
import { type Broker, connectedDeviceAnswer } from './answer.ts';
import type { rotateDeviceCredential } from './contract.ts';
import { credentialHash, newDeviceSecret } from './credential.ts';
import { deviceRetiredProblem } from './kinds.ts';
import { changeDevice, lockDevice } from './store.ts';

interface NewSecret {
  readonly deviceId: string;
  readonly secret: string;
}

/** Replaces a device's secret, and cuts the connection that was made with the former one. */
export function rotateDeviceCredentialWrite({
  publisher,
  broker,
}: Pick<DeviceDependencies, 'publisher'> & { broker(): Broker }): PreparedWrite<
  typeof rotateDeviceCredential,
  NewSecret
> {
  return {
    prepare: async ({ params: { deviceId } }) => ({ deviceId, secret: newDeviceSecret() }),
    async write(_, { caller: { userId }, requestId, now }, tx, { deviceId, secret }) {
      const at = now();
      const { retired_at } = await lockDevice(tx, deviceId);
      if (retired_at !== null) throw new DomainError(deviceRetiredProblem);
      const change = { credential_hash: credentialHash(secret), credential_rotated_at: at };
      const row = await changeDevice(tx, deviceId, change, at);
      await append(tx, deviceStream(deviceId), 'any', [deviceCredentialRotated.of({ deviceId })], {
        occurredAt: at,
        metadata: { requestId, actor: userId },
      });
      return { ...connectedDeviceAnswer(row, broker(), at), secret };
    },
    afterCommit: ({ deviceId }, context) => cutOff({ publisher }, deviceId, context),
  };
}
