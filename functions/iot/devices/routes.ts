import { type Route, route } from '../../../platform/http/route.ts';
import { preparedWriteRoute } from '../../../platform/http/write-route.ts';
import type { Seal } from '../../../platform/idempotency/stored-answer.ts';
import type { DeviceDependencies } from './after-commit.ts';
import type { Broker } from './answer.ts';
import {
  getDevice,
  listDevices,
  registerDevice,
  retireDevice,
  rotateDeviceCredential,
  updateDevice,
} from './contract.ts';
import { getDeviceHandler } from './get.http.ts';
import { listDevicesHandler } from './list.http.ts';
import { registerDeviceWrite } from './register.http.ts';
import { retireDeviceHandler } from './retire.http.ts';
import { rotateDeviceCredentialWrite } from './rotate-credential.http.ts';
import { updateDeviceHandler } from './update.http.ts';

/** What serves `/v1/iot/devices`. */
export function deviceRoutes(
  dependencies: DeviceDependencies & { readonly seal: Seal; newId(): string; broker(): Broker },
): readonly Route[] {
  return [
    // Sealed under the operator's key: a kept answer has a device's secret.
    preparedWriteRoute(registerDevice, dependencies, registerDeviceWrite(dependencies)),
    route(listDevices, listDevicesHandler(dependencies)),
    route(getDevice, getDeviceHandler(dependencies)),
    route(updateDevice, updateDeviceHandler(dependencies)),
    preparedWriteRoute(rotateDeviceCredential, dependencies, rotateDeviceCredentialWrite(dependencies)),
    route(retireDevice, retireDeviceHandler(dependencies)),
  ];
}
