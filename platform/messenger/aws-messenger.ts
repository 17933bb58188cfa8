import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { DomainError } from '../errors/domain-error.ts';
import { messageNotSent } from './kinds.ts';
import type { Message, Messenger } from './messenger.ts';
import { messageText } from './templates.ts';

export interface AwsMessengerOptions {
  readonly ses: SESv2Client;
  readonly sns: SNSClient;
  /** A verified identity of SES: `HEAL7 <no-reply@heal7.com>`. */
  readonly from: string;
}

const RETRY_AFTER = { 'retry-after': '30' };

/** E-mail by SES, text messages by SNS. */
export function awsMessenger({ ses, sns, from }: AwsMessengerOptions): Messenger {
  return {
    async send(message) {
      const { channel } = message;
      try {
        if (channel === 'email') await ses.send(email(message, from));
        else await sns.send(textMessage(message));
      } catch {
        // Without its cause: both services quote the address in their messages.
        throw new DomainError(messageNotSent, {}, RETRY_AFTER);
      }
    },
  };
}

function email({ to, template, language, values }: Message, from: string): SendEmailCommand {
  const text = messageText(template, values);
  return new SendEmailCommand({
    FromEmailAddress: from,
    Destination: { ToAddresses: [to] },
    Content: {
      Simple: {
        Subject: { Data: text.subject[language], Charset: 'UTF-8' },
        Body: { Text: { Data: text.email[language], Charset: 'UTF-8' } },
      },
    },
  });
}

function textMessage({ to, template, language, values }: Message): PublishCommand {
  return new PublishCommand({
    PhoneNumber: to,
    Message: messageText(template, values).sms[language],
    // Codes come before advertisements: SNS then takes the most reliable route.
    MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
  });
}
