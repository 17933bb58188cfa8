import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Schedule } from '../../platform/manifest/domain.ts';
import type { StageName } from '../config.ts';
import { resourceName } from '../names.ts';
import { scheduleExpression } from './schedule-expression.ts';

/** Of handing the event to Lambda, which may be out of order for some minutes; what Lambda does with it is its own matter. */
const DELIVERY = { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 3_600 };

export interface JobScheduleProps {
  readonly stage: StageName;
  /** The job's. */
  readonly name: string;
  readonly schedule: Schedule;
  readonly job: IFunction;
  readonly deadLetters: IQueue;
}

/** Starts a job at its times. Its role may start this job and nothing else (CDK's own target takes every version too). */
export class JobSchedule extends Construct {
  constructor(scope: Construct, id: string, { stage, name, schedule, job, deadLetters }: JobScheduleProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const scheduleName = resourceName(stage, name);
    const arn = stack.formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: `default/${scheduleName}`,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account }, ArnEquals: { 'aws:SourceArn': arn } },
      }),
      inlinePolicies: {
        Start: new iam.PolicyDocument({
          statements: [
            new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [job.functionArn] }),
            new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
          ],
        }),
      },
    });
    new CfnSchedule(this, 'Schedule', {
      name: scheduleName,
      description: `Job ${name}: ${schedule.cron}`,
      scheduleExpression: scheduleExpression(schedule.cron),
      scheduleExpressionTimezone: schedule.timeZone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: job.functionArn,
        roleArn: role.roleArn,
        retryPolicy: DELIVERY,
        deadLetterConfig: { arn: deadLetters.queueArn },
      },
    });
  }
}
