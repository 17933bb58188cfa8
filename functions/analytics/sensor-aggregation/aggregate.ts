import type { Transaction } from '../../../platform/db/database.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import { pipelineDay } from '../../../platform/pipelines/day.ts';
import { daysToAggregate, writeDailyAggregates, writeEnvironment } from './aggregates-store.ts';
import { anomaliesOf } from './anomalies.ts';
import { countAnomalies, readDevices, readSeries, replaceAnomalies } from './anomalies-store.ts';

/** Devices at once: 29 days of each type of readings of one are 700 hours. */
const DEVICES = 100;

/**
 * Sums up what devices measured on a day, and on days to which readings came late; says what places are like, and what was
 * wrong. `anomalies` are those of the day, and new ones of days before it: as many however often the day is run.
 */
export const aggregateSensorData: Job = async ({ now, database, arguments: args, progress }) => {
  const today = pipelineDay(args, now());
  const counts = { days: 0, anomalies: 0, changed: 0 };
  for (const day of await database.transaction(tx => daysToAggregate(tx, today))) {
    const { anomalies, changed } = await database.transaction(async tx => {
      const aggregated = (await writeDailyAggregates(tx, day)) + (await writeEnvironment(tx, day));
      const judged = await judge(tx, day);
      const ofToday = day === today ? await countAnomalies(tx, day) : judged.added;
      return { anomalies: ofToday, changed: aggregated + judged.changed };
    });
    counts.days++;
    counts.anomalies += anomalies;
    counts.changed += changed;
    progress(counts);
  }
  return counts;
};

/** Looks for anomalies of a day, some devices after others. */
async function judge(tx: Transaction, day: string): Promise<{ added: number; changed: number }> {
  const total = { added: 0, changed: 0 };
  let devices = await readDevices(tx, DEVICES);
  while (devices.length > 0) {
    const series = await readSeries(tx, day, devices);
    const found = series.flatMap(each =>
      anomaliesOf(each).map(anomaly => ({ ...anomaly, deviceId: each.deviceId, readingType: each.readingType })),
    );
    const { added, changed } = await replaceAnomalies(tx, day, devices, found);
    total.added += added;
    total.changed += changed;
    devices = await readDevices(tx, DEVICES, devices.at(-1));
  }
  return total;
}
