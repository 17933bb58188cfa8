import { type StreamName, streamNames } from '../../platform/streams/streams.ts';
import type { Settings } from '../config.ts';
import type { WatchedRule } from './data-alarms.ts';
import { streamMetric } from './streams-metrics.ts';

/** What a stream refuses is put again, or read again; over ten minutes, that is no peak. */
const LASTING = { threshold: 1, comparison: 'greater-or-equal', breachingPeriods: 2, evaluationPeriods: 3 } as const;

const LATE: Readonly<Record<StreamName, string>> = {
  'user-events': 'What users do takes effect late: activity, recommendations, the audit log. Nothing is lost.',
  'sensor-data': 'Readings of devices are stored late. Nothing is lost.',
  'consultation-events': 'What follows from consultations takes effect late. Nothing is lost.',
};

/** The alarms of the streams themselves. How far behind a consumer is, is watched where it is declared. */
export function streamsAlarms({ stage }: Settings): readonly WatchedRule[] {
  return streamNames.flatMap(stream => [
    {
      rule: { name: `${stream}-write-throttles`, impact: LATE[stream], ...LASTING },
      metric: streamMetric(stage, stream, 'WriteProvisionedThroughputExceeded'),
    },
    {
      rule: {
        name: `${stream}-read-throttles`,
        impact:
          'Consumers of the stream wait for each other, and what has happened takes effect late. Nothing is lost.',
        ...LASTING,
      },
      metric: streamMetric(stage, stream, 'ReadProvisionedThroughputExceeded'),
    },
  ]);
}
