import type { AlarmDeclaration, MqttDeclaration } from '../../platform/manifest/domain.ts';
import type { TopicRule } from '../../platform/mqtt/topic-rule.ts';

/**
 * Messages of devices: each becomes a record of the stream of readings. They carry their own time: neither IoT Core nor a
 * repeated call keeps their order.
 */
export const topicRules: readonly TopicRule[] = [
  {
    kind: 'readings',
    purpose: 'Readings, one or up to 100 in a message',
    topics: 'devices/+/readings',
    stream: 'sensor-data',
    // 100 readings with ten ambient conditions each are 50 kB; AWS IoT Core takes 128 kB.
    maximumBytes: 131_072,
  },
  {
    kind: 'status',
    purpose: 'Signs of life: battery, signal, firmware, faults',
    topics: 'devices/+/status',
    stream: 'sensor-data',
    maximumBytes: 4_096,
  },
];

const alarms: readonly AlarmDeclaration[] = [
  {
    name: 'authorize-device-errors',
    impact:
      'Devices that connect are turned away, the right ones too: those that are connected are cut within five minutes.',
    metric: { source: 'lambda', name: 'Errors' },
    statistic: 'sum',
    threshold: 1,
    comparison: 'greater-or-equal',
    periodMinutes: 5,
    // A database that fails over fails some, and none ten minutes later.
    breachingPeriods: 2,
    evaluationPeriods: 3,
  },
  {
    name: 'authorize-device-throttles',
    impact: 'Devices that connect are turned away because the authorizer may not run more copies at once.',
    metric: { source: 'lambda', name: 'Throttles' },
    statistic: 'sum',
    threshold: 1,
    comparison: 'greater-or-equal',
    periodMinutes: 5,
    breachingPeriods: 2,
    evaluationPeriods: 3,
  },
  {
    name: 'authorize-device-refusals',
    impact: 'Somebody tries to pass for devices, or devices in the field have a secret that is no longer theirs.',
    metric: { source: 'heal7', name: 'refused_device_sign_ins' },
    statistic: 'sum',
    // A device with a wrong secret that tries every 10 s is refused 30 times: ten of them, or something worse.
    threshold: 300,
    comparison: 'greater-or-equal',
    periodMinutes: 5,
    breachingPeriods: 2,
    evaluationPeriods: 3,
  },
];

/** What devices speak to. */
export const iotMqtt: MqttDeclaration = {
  authorizer: {
    name: 'authorize-device',
    purpose:
      'A device that proves its secret may publish to its own topics and hear its own configuration, and nothing else',
    entry: 'functions/iot/authorize-device.authorizer.ts',
    database: 'app',
    memoryMb: 256,
    // IoT Core waits 5 s for an authorizer.
    timeoutSeconds: 5,
    alarms,
  },
  rules: topicRules,
};
