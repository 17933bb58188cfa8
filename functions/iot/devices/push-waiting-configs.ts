import type { Job } from '../../../platform/jobs/job.ts';
import type { DevicePublisher } from '../../../platform/mqtt/publisher.ts';
import { pushConfig } from './push-config.ts';

/** In a run, one after another, which a minute is enough for; the next one takes the rest. */
const MOST_PUSHED = 1_000;

/** So many that fail one after another end the run: it is the broker then, or the database, and the next would fail too. */
const MOST_FAILED_IN_A_ROW = 2;

/**
 * Pushes configurations that their writers could not: after a crash, while the broker was away. One that fails keeps no other
 * back, and fails the run once the others are told.
 */
export function pushWaitingConfigs(publisher: Pick<DevicePublisher, 'retain'>): Job {
  return async ({ database, progress }) => {
    // In an order of chance, so that those that always fail do not stand before the same others in each run.
    const waiting = await database.sql<{ id: string }[]>`
      select id from iot_devices where pushed_config_version is distinct from config_version
      order by random() limit ${MOST_PUSHED}`;
    let pushed = 0;
    const failures: unknown[] = [];
    let failedInARow = 0;
    for (const { id } of waiting) {
      try {
        if (await pushConfig(database, publisher, id)) pushed++;
        failedInARow = 0;
      } catch (error) {
        failures.push(error);
        if (++failedInARow === MOST_FAILED_IN_A_ROW) break;
      }
    }
    if (failures.length === 0) return { pushed };
    progress({ pushed, failed: failures.length });
    throw failures.at(-1);
  };
}
