import { Duration, Validations } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Trigger } from 'aws-cdk-lib/triggers';
import { Construct } from 'constructs';
import type { JobDeclaration } from '../../platform/manifest/domain.ts';
import type { Artifact } from '../bundle.ts';
import type { Settings } from '../config.ts';
import { jobFunctionName } from '../names.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import type { NetworkStack } from '../stacks/network-stack.ts';
import { JobSchedule } from './job-schedule.ts';
import { stageFunction } from './stage-function.ts';

/** Lambda's own, of events that it takes on and runs later. */
const RETRIES = 2;

export interface JobFunctionProps {
  readonly settings: Settings;
  readonly domain: string;
  readonly declaration: JobDeclaration;
  readonly artifact: Artifact;
  readonly engine: lambda.ILayerVersion;
  readonly engineDigest: string;
  readonly network: NetworkStack;
  readonly data: DataStack;
}

/**
 * A job's function, and what starts it: its schedule, or the deployment itself.
 *
 * Scheduler hands Lambda an event, which Lambda tries three times in some three minutes; what fails then is kept in a
 * queue for two weeks. No reserved concurrency: runs that overlap take turns by a lock in the database.
 */
export class JobFunction extends Construct {
  /** Present: it runs in deployments, and so before whatever depends on this. */
  readonly trigger?: Trigger;

  constructor(scope: Construct, id: string, props: JobFunctionProps) {
    super(scope, id);
    const { settings, domain, declaration, artifact, engine, engineDigest, network, data } = props;
    const { name, schedule, database, memoryMb, timeoutSeconds } = declaration;
    const common = {
      settings,
      name: jobFunctionName(domain, name),
      description: `Job ${name}`,
      artifact,
      engine,
      engineDigest,
      memoryMb,
      timeoutSeconds,
      ...(database && { network, environment: data.database.environment }),
    };
    const deadLetters = schedule && this.deadLetters();
    const job = stageFunction(this, { ...common, ...(deadLetters && { deadLetters }) });
    if (database) data.database.grantConnect(job);
    if (schedule && deadLetters) {
      job.configureAsyncInvoke({ retryAttempts: RETRIES });
      new JobSchedule(this, 'Schedule', { stage: settings.stage, name, schedule, job, deadLetters });
    } else {
      this.trigger = new Trigger(this, 'Trigger', { handler: job, timeout: Duration.seconds(timeoutSeconds) });
      this.trigger.executeAfter(job);
    }
  }

  private deadLetters(): sqs.Queue {
    const queue = new sqs.Queue(this, 'DeadLetters', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is the queue of what could not be done.',
    });
    return queue;
  }
}
