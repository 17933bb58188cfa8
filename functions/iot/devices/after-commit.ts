import type { Database } from '../../../platform/db/database.ts';
import type { RequestContext } from '../../../platform/http/request-context.ts';
import type { DevicePublisher } from '../../../platform/mqtt/publisher.ts';
import { pushConfig } from './push-config.ts';

/** What the registry's writes work with. */
export interface DeviceDependencies {
  readonly database: Database;
  readonly publisher: DevicePublisher;
}

/** Pushes a configuration that was just committed. One that the broker does not take now is pushed by a job within a minute. */
export async function pushCommitted(
  { database, publisher }: DeviceDependencies,
  deviceId: string,
  context: Pick<RequestContext, 'measure'>,
): Promise<void> {
  await pushConfig(database, publisher, deviceId).catch(() =>
    context.measure('device_config_push_failures', 1, 'Count'),
  );
}

/**
 * Cuts the connection of a device whose credential is no longer good. Where the broker is away, it asks the authorizer again
 * within five minutes, and cuts it then.
 */
export async function cutOff(
  { publisher }: Pick<DeviceDependencies, 'publisher'>,
  deviceId: string,
  context: Pick<RequestContext, 'measure'>,
): Promise<void> {
  await publisher.disconnect(deviceId).catch(() => context.measure('device_disconnect_failures', 1, 'Count'));
}
