import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { environment } from '../config/environment.ts';
import { awsMessenger } from './aws-messenger.ts';
import type { Messenger } from './messenger.ts';
import { outboxMessenger } from './outbox-messenger.ts';

const settings = environment(
  z
    .object({
      /** A folder for messages in place of sending them. */
      HEAL7_OUTBOX: z.string().optional(),
      /** Whom e-mail comes from: a verified identity of SES. */
      HEAL7_MAIL_FROM: z.string().optional(),
      AWS_REGION: z.string().default('ap-northeast-2'),
    })
    .refine(({ HEAL7_OUTBOX, HEAL7_MAIL_FROM }) => (HEAL7_OUTBOX ?? HEAL7_MAIL_FROM) !== undefined, {
      path: ['HEAL7_MAIL_FROM'],
      message: 'is required where HEAL7_OUTBOX is not set',
    }),
);

/** A service that is away may not use up a request's time: two attempts of 3 s at most. */
const CLIENT = { maxAttempts: 2, requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 } };

let messenger: Messenger | undefined;

/**
 * The messenger that the environment names, made at the first call and kept.
 * @throws ConfigurationError naming every variable that is wrong
 */
export function messengerFromEnvironment(): Messenger {
  messenger ??= create();
  return messenger;
}

function create(): Messenger {
  const { HEAL7_OUTBOX, HEAL7_MAIL_FROM, AWS_REGION: region } = settings();
  if (HEAL7_OUTBOX !== undefined) return outboxMessenger(HEAL7_OUTBOX);
  return awsMessenger({
    ses: new SESv2Client({ region, ...CLIENT }),
    sns: new SNSClient({ region, ...CLIENT }),
    from: HEAL7_MAIL_FROM!,
  });
}
