import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  cacheTable,
  connectionsTable,
  documentsTable,
  keysTable,
  type TableDefinition,
} from '../../platform/dynamodb/tables.ts';
import type { Settings } from '../config.ts';
import type { AlarmRule } from './alarm.ts';
import { clusterMetric, poolUse, serverMetric, throttles } from './data-metrics.ts';

/** A rule, and what it watches. */
export interface WatchedRule {
  readonly rule: AlarmRule;
  readonly metric: IMetric;
}

const BYTES_OF_GB = 1e9;

/** Ten minutes are no peak. */
const LASTING = { comparison: 'greater', breachingPeriods: 10, evaluationPeriods: 15 } as const;
const AT_ONCE = { breachingPeriods: 1, evaluationPeriods: 1 } as const;

/** The alarms of what keeps data. */
export function dataAlarms({ stage, database }: Settings): readonly WatchedRule[] {
  return [
    {
      rule: {
        name: 'database-connections',
        impact: 'Requests that need the database wait for a connection, and soon fail.',
        threshold: 0.9 * database.maxConnections,
        ...LASTING,
      },
      metric: serverMetric(stage, 'writer', 'DatabaseConnections', 'maximum'),
    },
    {
      rule: {
        name: 'database-pool',
        impact: 'Requests that need the database wait for the proxy, and fail after 5 seconds of it.',
        threshold: 80,
        ...LASTING,
      },
      metric: poolUse(stage),
    },
    {
      rule: {
        name: 'database-capacity',
        impact: 'Everything that reads or writes the database becomes slow: it may not grow any further.',
        threshold: 95,
        ...LASTING,
      },
      metric: serverMetric(stage, 'writer', 'ACUUtilization', 'average'),
    },
    {
      rule: {
        name: 'database-storage',
        impact: 'Nobody notices yet: the volume grows by itself, and so does its bill.',
        threshold: database.storageAlarmGb * BYTES_OF_GB,
        comparison: 'greater',
        ...AT_ONCE,
      },
      metric: clusterMetric(stage, 'VolumeBytesUsed', 'maximum', Duration.hours(1)),
    },
    {
      rule: {
        name: 'database-replication-lag',
        impact: 'Lists and statistics lack what was written in the last seconds.',
        // Milliseconds: readers are promised to lag by a second at most.
        threshold: 1_000,
        ...LASTING,
      },
      metric: serverMetric(stage, 'reader', 'AuroraReplicaLag', 'maximum'),
    },
    throttled(documentsTable, 'Some requests that read or write documents are refused, and have to be sent again.'),
    throttled(
      cacheTable,
      'Answers come late: what the cache cannot give is computed each time. Some log-ins are refused.',
    ),
    throttled(keysTable, 'Some users are told to come back in a moment: what is theirs cannot be opened.'),
    throttled(connectionsTable, 'Some who look at live readings are not let in, or their feed breaks off.'),
  ];

  function throttled({ name }: TableDefinition, impact: string): WatchedRule {
    return {
      rule: {
        name: `${name}-throttles`,
        impact,
        threshold: 1,
        comparison: 'greater-or-equal',
        breachingPeriods: 2,
        evaluationPeriods: 3,
      },
      metric: throttles(stage, name),
    };
  }
}
