import type { StreamName } from '../streams/streams.ts';
import type { DeviceRecordKind } from './device-record.ts';

/** What becomes of messages: each is one record (`DeviceRecord`) of a stream, under its device's id. */
export interface TopicRule {
  /** Of the messages, and of the rule: its deployed name has the stage before it. */
  readonly kind: DeviceRecordKind;
  /** One line: what the messages are. */
  readonly purpose: string;
  /** Filter with `+` in place of the device's id, which is the second level. */
  readonly topics: `devices/+/${string}`;
  readonly stream: StreamName;
  /** A message of more bytes is refused. */
  readonly maximumBytes: number;
}

/** `heal7_prod_readings`: rules' names have no hyphens. */
export function topicRuleName(stage: string, kind: DeviceRecordKind): string {
  return `heal7_${stage}_${kind}`;
}
