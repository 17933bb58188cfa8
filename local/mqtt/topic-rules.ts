import type { DeviceRecordKind } from '../../platform/mqtt/device-record.ts';
import { type TopicRule, topicRuleName } from '../../platform/mqtt/topic-rule.ts';
import type { StreamName } from '../../platform/streams/streams.ts';

/** What becomes of the messages of a topic. */
export interface Route {
  readonly kind: DeviceRecordKind;
  readonly deviceId: string;
  readonly stream: StreamName;
  readonly maximumBytes: number;
}

/** Basic Ingest: what is published below it reaches a rule, and no subscriber. */
const BASIC_INGEST = '$aws/rules/';

export function isBasicIngest(topic: string): boolean {
  return topic.startsWith(BASIC_INGEST);
}

/** Finds the rule that a topic of Basic Ingest names: none where there is no such rule, or where it is about other topics. */
export function createTopicRules(rules: readonly TopicRule[], stage: string): (topic: string) => Route | undefined {
  const byName = new Map(rules.map(rule => [topicRuleName(stage, rule.kind), rule]));
  return topic => {
    const [, , name = '', ...levels] = topic.split('/');
    const rule = isBasicIngest(topic) ? byName.get(name) : undefined;
    const [, deviceId = ''] = levels;
    if (rule === undefined || deviceId === '' || rule.topics.replace('+', deviceId) !== levels.join('/'))
      return undefined;
    return { kind: rule.kind, deviceId, stream: rule.stream, maximumBytes: rule.maximumBytes };
  };
}
