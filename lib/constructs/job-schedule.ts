import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Schedule } from '../../platform/manifest/domain.ts';
import type { StageName } from '../config.ts';
import { resourceName } from '../names.ts';
import { scheduleExpression } from './schedule-expression.ts';

/** Of handing it over to a service that may be out of order for some minutes; what that does with it is its own matter. */
const DELIVERY = { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 3_600 };

export interface JobScheduleProps {
  readonly stage: StageName;
  /** The job's, or the pipeline's. */
  readonly name: string;
  readonly description: string;
  readonly schedule: Schedule;
  readonly starts: {
    readonly action: 'lambda:InvokeFunction' | 'states:StartExecution';
    readonly arn: string;
    /** As JSON, in place of an event of Scheduler's. */
    readonly input?: string;
  };
  readonly deadLetters: IQueue;
}

/** Starts a job or a pipeline at its times. Its role may start this one and nothing else (CDK's own target takes every version too). */
export class JobSchedule extends Construct {
  constructor(scope: Construct, id: string, props: JobScheduleProps) {
    super(scope, id);
    const { stage, name, description, schedule, starts, deadLetters } = props;
    const stack = Stack.of(this);
    const scheduleName = resourceName(stage, name);
    // Of the group: Scheduler assumes roles in its name, and a role that waits for the schedule's own is refused
    // (https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html).
    const group = stack.formatArn({
      service: 'scheduler',
      resource: 'schedule-group',
      resourceName: 'default',
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account }, ArnEquals: { 'aws:SourceArn': group } },
      }),
      inlinePolicies: {
        Start: new iam.PolicyDocument({
          statements: [
            new iam.PolicyStatement({ actions: [starts.action], resources: [starts.arn] }),
            new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
          ],
        }),
      },
    });
    new CfnSchedule(this, 'Schedule', {
      name: scheduleName,
      description,
      scheduleExpression: scheduleExpression(schedule.cron),
      scheduleExpressionTimezone: schedule.timeZone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: starts.arn,
        ...(starts.input !== undefined && { input: starts.input }),
        roleArn: role.roleArn,
        retryPolicy: DELIVERY,
        deadLetterConfig: { arn: deadLetters.queueArn },
      },
    });
  }
}
