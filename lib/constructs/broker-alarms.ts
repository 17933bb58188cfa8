import type { MqttDeclaration } from '../../platform/manifest/domain.ts';
import type { Settings } from '../config.ts';
import { brokerMetric, ruleMetric, undeliveredMessages } from './broker-metrics.ts';
import type { WatchedRule } from './data-alarms.ts';

const AT_ONCE = { threshold: 1, comparison: 'greater-or-equal', breachingPeriods: 1, evaluationPeriods: 1 } as const;
/** Ten minutes are no peak. */
const LASTING = { comparison: 'greater-or-equal', breachingPeriods: 2, evaluationPeriods: 3 } as const;

/** The alarms of the broker and of its rules. What its authorizer does is watched where that is declared. */
export function brokerAlarms({ stage }: Settings, { rules }: MqttDeclaration): readonly WatchedRule[] {
  return [
    {
      rule: {
        name: 'devices-undelivered',
        impact:
          'Readings of devices are missing from charts, aggregates and alerts until they are put into the stream.',
        ...AT_ONCE,
      },
      metric: undeliveredMessages(stage),
    },
    ...rules.map(rule => ({
      rule: {
        name: `devices-${rule.kind}-lost`,
        impact: `Messages of devices are lost (${rule.purpose.toLowerCase()}): neither the stream nor the queue took them.`,
        ...AT_ONCE,
      },
      metric: ruleMetric(stage, rule, 'ErrorActionFailure'),
    })),
    {
      rule: {
        name: 'devices-forbidden',
        impact: 'What some devices publish is refused, and missing: it is not to a topic of their own.',
        threshold: 10,
        ...LASTING,
      },
      metric: brokerMetric('PublishIn.AuthError'),
    },
    {
      rule: {
        name: 'devices-throttled',
        impact: 'Messages of devices are refused for their number; devices send them again, late.',
        threshold: 1,
        ...LASTING,
      },
      metric: brokerMetric('PublishIn.Throttle'),
    },
    {
      rule: {
        name: 'devices-rule-missing',
        impact: 'What devices publish is lost without a word to them: they name a rule that is not there.',
        ...AT_ONCE,
      },
      metric: brokerMetric('RuleNotFound'),
    },
  ];
}
