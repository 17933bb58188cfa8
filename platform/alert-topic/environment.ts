import { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { environment } from '../config/environment.ts';
import type { AlertTopic } from './alert-topic.ts';
import { outboxAlertTopic } from './outbox-alert-topic.ts';
import { snsAlertTopic } from './sns-alert-topic.ts';

const settings = environment(
  z
    .object({
      /** ARN of the topic of SNS. */
      HEAL7_ALERT_TOPIC: z.string().optional(),
      /** In its place, a folder. */
      HEAL7_OUTBOX: z.string().optional(),
      AWS_REGION: z.string().default('ap-northeast-2'),
    })
    .refine(({ HEAL7_ALERT_TOPIC, HEAL7_OUTBOX }) => (HEAL7_ALERT_TOPIC ?? HEAL7_OUTBOX) !== undefined, {
      path: ['HEAL7_ALERT_TOPIC'],
      message: 'is required where HEAL7_OUTBOX is not set',
    }),
);

/** A service that is away may not use up a run's time: two attempts of 2 s at most. */
const CLIENT = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
};

let topic: AlertTopic | undefined;

/**
 * The topic that the environment names, made at the first call and kept.
 * @throws ConfigurationError naming every variable that is wrong
 */
export function alertTopicFromEnvironment(): AlertTopic {
  topic ??= create();
  return topic;
}

function create(): AlertTopic {
  const { HEAL7_ALERT_TOPIC: arn, HEAL7_OUTBOX: folder, AWS_REGION: region } = settings();
  return arn === undefined ? outboxAlertTopic(folder!) : snsAlertTopic(new SNSClient({ region, ...CLIENT }), arn);
}
