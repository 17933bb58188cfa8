import { Duration } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Trigger } from 'aws-cdk-lib/triggers';
import { Construct } from 'constructs';
import type { JobDeclaration } from '../../platform/manifest/domain.ts';
import type { Artifact } from '../bundle.ts';
import type { Settings } from '../config.ts';
import { jobFunctionName } from '../names.ts';
import { deadLetterQueue } from './dead-letter-queue.ts';
import { JobSchedule } from './job-schedule.ts';
import type { Platform } from './needs.ts';
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
  readonly platform: Platform;
}

/**
 * A job's function, and what starts it: its schedule, or the deployment itself. What a pipeline or an operator starts has neither: they
 * wait for it, and hear of its failure themselves.
 *
 * Scheduler hands Lambda an event, which Lambda tries three times in some three minutes; what fails then is kept in a
 * queue for two weeks. No reserved concurrency: runs that overlap take turns by a lock in the database.
 */
export class JobFunction extends Construct {
  readonly lambda: lambda.Function;
  /** Present: it runs in deployments, and so before whatever depends on this. */
  readonly trigger?: Trigger;

  constructor(scope: Construct, id: string, props: JobFunctionProps) {
    super(scope, id);
    const { settings, domain, declaration, artifact, engine, engineDigest, platform } = props;
    const { name, schedule, trigger, memoryMb, timeoutSeconds } = declaration;
    const common = {
      settings,
      name: jobFunctionName(domain, name),
      description: `Job ${name}`,
      artifact,
      engine,
      engineDigest,
      memoryMb,
      timeoutSeconds,
      needs: declaration,
      platform,
    };
    const deadLetters = schedule && deadLetterQueue(this, 'DeadLetters');
    this.lambda = stageFunction(this, { ...common, ...(deadLetters && { deadLetters }) });
    if (schedule && deadLetters) {
      this.lambda.configureAsyncInvoke({ retryAttempts: RETRIES });
      new JobSchedule(this, 'Schedule', {
        stage: settings.stage,
        name,
        description: `Job ${name}: ${schedule.cron}`,
        schedule,
        starts: { action: 'lambda:InvokeFunction', arn: this.lambda.functionArn },
        deadLetters,
      });
    } else if (trigger === 'deployment') {
      this.trigger = new Trigger(this, 'Trigger', { handler: this.lambda, timeout: Duration.seconds(timeoutSeconds) });
      this.trigger.executeAfter(this.lambda);
    }
  }
}
