import type { Job } from '../../../platform/jobs/job.ts';
import type { DevicePublisher } from '../../../platform/mqtt/publisher.ts';
import { pushConfig } from './push-config.ts';

/** In a run, one after another, which a minute is enough for; the next one takes the rest. */
const MOST_PUSHED = 1_000;

/**
 * Pushes configurations that their writers could not: after a crash, while the broker was away. The first that fails ends the
 * run, since the next would too.
 */
export function pushWaitingConfigs(publisher: Pick<DevicePublisher, 'retain'>): Job {
  return async ({ database }) => {
    const waiting = await database.sql<{ id: string }[]>`
      select id from iot_devices where pushed_config_version is distinct from config_version limit ${MOST_PUSHED}`;
    let pushed = 0;
    for (const { id } of waiting) if (await pushConfig(database, publisher, id)) pushed++;
    return { pushed };
  };
}
