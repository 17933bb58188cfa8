import type { StageName } from '../config.ts';
import { timestreamNames } from '../names.ts';
import type { WatchedRule } from './data-alarms.ts';
import { querySum } from './query-metric.ts';

const AT_ONCE = { threshold: 1, comparison: 'greater-or-equal', breachingPeriods: 1, evaluationPeriods: 1 } as const;

/** Of what Timestream refuses later, when the function that wrote it has long been told that all is well: records that came late. */
export function timestreamAlarms(stage: StageName): readonly WatchedRule[] {
  const ofTable = (metricName: string) =>
    querySum('AWS/Timestream', metricName, `DatabaseName = '${timestreamNames(stage).database}'`);
  return [
    {
      rule: {
        name: 'timestream-rejected',
        impact: 'Some readings that came late are missing from raw history. Aggregates and alerts have them.',
        ...AT_ONCE,
      },
      metric: ofTable('MagneticStoreRejectedRecordCount'),
    },
    {
      rule: {
        name: 'timestream-reports-missing',
        impact: 'Nobody can say which readings are missing from raw history: reports of them could not be written.',
        ...AT_ONCE,
      },
      metric: ofTable('MagneticStoreRejectedUploadUserFailures'),
    },
  ];
}
