import { topicRuleName } from '../../../platform/mqtt/topic-rule.ts';
import { basicIngestTopic, deviceTopics } from '../../../platform/mqtt/topics.ts';

/** Topics as a device of a stage spells them. */
export interface SpelledTopics {
  readonly publish: { readonly readings: string; readonly status: string };
  readonly subscribe: { readonly config: string };
}

/** @param rulesStage the stage in the rules' names */
export function topicsOfDevice(deviceId: string, rulesStage: string): SpelledTopics {
  const topics = deviceTopics(deviceId);
  const toRule = (kind: 'readings' | 'status') => basicIngestTopic(topicRuleName(rulesStage, kind), topics[kind]);
  return { publish: { readings: toRule('readings'), status: toRule('status') }, subscribe: { config: topics.config } };
}
