import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { explain } from '../../../../platform/errors/problem.ts';
import { awsMessenger } from '../../../../platform/messenger/aws-messenger.ts';
import type { Message } from '../../../../platform/messenger/messenger.ts';
import { loggableError } from '../../../../platform/observability/loggable-error.ts';

const ses = mockClient(SESv2Client);
const sns = mockClient(SNSClient);
// Other files of the same process use the real client.
afterAll(() => {
  ses.restore();
  sns.restore();
});
const region = 'ap-northeast-2';
const messenger = awsMessenger({
  ses: new SESv2Client({ region }),
  sns: new SNSClient({ region }),
  from: 'HEAL7 <no-reply@heal7.example>',
});

const code: Message = {
  to: 'miso@example.com',
  channel: 'email',
  template: 'log-in-code',
  language: 'ko',
  values: { code: '042917', minutes: '10' },
};

beforeEach(() => {
  ses.reset();
  sns.reset();
});

describe('a message', () => {
  test('by e-mail goes to SES, in its language', async () => {
    ses.on(SendEmailCommand).resolves({});
    await messenger.send(code);
    expect(ses.commandCalls(SendEmailCommand)[0]!.args[0].input).toEqual({
      FromEmailAddress: 'HEAL7 <no-reply@heal7.example>',
      Destination: { ToAddresses: ['miso@example.com'] },
      Content: {
        Simple: {
          Subject: { Data: 'HEAL7 로그인 인증번호', Charset: 'UTF-8' },
          Body: { Text: { Data: expect.stringContaining('인증번호는 042917입니다'), Charset: 'UTF-8' } },
        },
      },
    });
    expect(sns.calls()).toHaveLength(0);
  });

  test('by SMS goes to SNS, as one that has to arrive', async () => {
    sns.on(PublishCommand).resolves({});
    await messenger.send({ ...code, to: '+821012345678', channel: 'sms', language: 'en' });
    expect(sns.commandCalls(PublishCommand)[0]!.args[0].input).toEqual({
      PhoneNumber: '+821012345678',
      Message: '[HEAL7] 042917 to log in (10 min). Tell nobody.',
      MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
    });
    expect(ses.calls()).toHaveLength(0);
  });

  test.each([
    ['email', 'miso@example.com'],
    ['sms', '+821012345678'],
  ] as const)(
    'by %s that is refused is a problem to try again, and neither told nor logged is to whom',
    async (channel, to) => {
      const refusal = new Error(`Address is not verified: ${to}`);
      ses.on(SendEmailCommand).rejects(refusal);
      sns.on(PublishCommand).rejects(refusal);
      const thrown = await messenger.send({ ...code, channel, to }).catch((error: unknown) => error);
      const { problem, headers } = explain(thrown, 'en');
      expect({ problem, headers }).toMatchObject({
        problem: { status: 503, code: 'message_not_sent' },
        headers: { 'retry-after': '30' },
      });
      expect(JSON.stringify([problem, loggableError(thrown)])).not.toContain(to);
    },
  );
});
