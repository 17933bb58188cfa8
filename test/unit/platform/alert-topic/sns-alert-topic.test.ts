import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { AlertNotice } from '../../../../platform/alert-topic/alert-topic.ts';
import { snsAlertTopic } from '../../../../platform/alert-topic/sns-alert-topic.ts';

const sns = mockClient(SNSClient);
// Other files of the same process use the real client.
afterAll(() => sns.restore());
const ARN = 'arn:aws:sns:ap-northeast-2:000000000000:heal7-test-alerts';
const topic = snsAlertTopic(new SNSClient({ region: 'ap-northeast-2' }), ARN);

const notice: AlertNotice = {
  at: '2026-11-25T02:10:00.123Z',
  id: '5f0c9d0e-8a52-4a61-b1d7-1f0d5d6b7a10',
  attributes: { type: 'alert.raised', kind: 'offline', location: 'seoul-1f-tea' },
  subject: '[HEAL7] Alert: offline at seoul-1f-tea',
  text: '[알림] seoul-1f-tea: 기기에서 연락이 없습니다',
  shortText: '[HEAL7] 알림 seoul-1f-tea',
  body: '{"type":"alert.raised"}',
};

beforeEach(() => sns.reset());

test('a notice goes to the topic: words for people, JSON for programs, and what subscribers choose by', async () => {
  sns.on(PublishCommand).resolves({ MessageId: '1' });
  await topic.publish(notice);
  const { input } = sns.commandCalls(PublishCommand)[0]!.args[0];
  expect(input).toMatchObject({ TopicArn: ARN, Subject: notice.subject, MessageStructure: 'json' });
  expect(JSON.parse(input.Message!)).toEqual({ default: notice.body, email: notice.text, sms: notice.shortText });
  const attributes = Object.entries(input.MessageAttributes!).map(([name, { StringValue }]) => [name, StringValue]);
  expect(Object.fromEntries(attributes)).toEqual({ id: notice.id, ...notice.attributes });
});

test('what the topic did not take is told', async () => {
  sns.on(PublishCommand).rejects(new Error('throttled'));
  await expect(topic.publish(notice)).rejects.toThrow('throttled');
});
