import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { AlertTopic } from './alert-topic.ts';

/** A topic of SNS: people get words, programs (SQS, Lambda, HTTPS) get JSON. */
export function snsAlertTopic(client: SNSClient, topicArn: string): AlertTopic {
  return {
    async publish({ id, attributes, subject, text, shortText, body }) {
      const values = Object.entries({ id, ...attributes });
      await client.send(
        new PublishCommand({
          TopicArn: topicArn,
          Subject: subject,
          MessageStructure: 'json',
          Message: JSON.stringify({ default: body, email: text, sms: shortText }),
          MessageAttributes: Object.fromEntries(
            values.map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
          ),
        }),
      );
    },
  };
}
