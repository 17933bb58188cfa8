import { ArnFormat, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { stateMachine, variableOf } from '../../platform/pipelines/state-machine.ts';
import type { Pipeline as Declaration } from '../../platform/pipelines/steps.ts';
import type { Settings } from '../config.ts';
import { pipelineName, resourceName } from '../names.ts';
import { deadLetterQueue } from './dead-letter-queue.ts';
import { JobSchedule } from './job-schedule.ts';
import { stageLogGroup } from './log-group.ts';

export interface PipelineProps {
  readonly settings: Settings;
  readonly declaration: Declaration;
  /** The function of a step. */
  readonly functionOf: (step: string) => IFunction;
}

/**
 * A pipeline's state machine, which is the one that runs locally, and its schedule. Of type Standard: an Express one ends after
 * five minutes, which one wait for a retry takes.
 */
export class Pipeline extends Construct {
  constructor(scope: Construct, id: string, { settings, declaration, functionOf }: PipelineProps) {
    super(scope, id);
    const { stage } = settings;
    const { name, domain, steps, schedule } = declaration;
    const stateMachineName = resourceName(stage, pipelineName(domain, name));
    const role = this.role(stateMachineName, steps.map(functionOf));
    const machine = new sfn.StateMachine(this, 'StateMachine', {
      stateMachineName,
      stateMachineType: sfn.StateMachineType.STANDARD,
      definitionBody: sfn.DefinitionBody.fromString(JSON.stringify(stateMachine(declaration))),
      definitionSubstitutions: Object.fromEntries(steps.map(step => [variableOf(step), functionOf(step).functionArn])),
      role,
      logs: {
        // Under this prefix CloudWatch Logs needs no policy of its own for each group.
        destination: stageLogGroup(this, 'Logs', settings, `/aws/vendedlogs/states/${stateMachineName}`),
        level: sfn.LogLevel.ALL,
        // A day and counts; the reasons of failures are in the functions' logs.
        includeExecutionData: false,
      },
      // Its steps are one after another, and the execution's history has the times of each. The functions are not traced
      // either, so that there would be nothing below, for a right to write anybody's traces.
      tracingEnabled: false,
    });
    this.explain(machine, role);
    new JobSchedule(this, 'Schedule', {
      stage,
      name,
      description: `Pipeline ${name}: ${schedule.cron}`,
      schedule,
      // No day: the one before the start.
      starts: { action: 'states:StartExecution', arn: machine.stateMachineArn, input: '{}' },
      deadLetters: deadLetterQueue(this, 'DeadLetters'),
    });
  }

  /** May call the functions of the steps; CDK adds what the delivery of logs takes. */
  private role(stateMachineName: string, functions: readonly IFunction[]): iam.Role {
    const stack = Stack.of(this);
    const arn = stack.formatArn({
      service: 'states',
      resource: 'stateMachine',
      resourceName: stateMachineName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    return new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('states.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account }, ArnEquals: { 'aws:SourceArn': arn } },
      }),
      inlinePolicies: {
        Steps: new iam.PolicyDocument({
          statements: [
            new iam.PolicyStatement({
              actions: ['lambda:InvokeFunction'],
              resources: functions.map(({ functionArn }) => functionArn),
            }),
          ],
        }),
      },
    });
  }

  private explain(machine: sfn.StateMachine, role: iam.Role): void {
    Validations.of(machine).acknowledge({
      id: 'AwsSolutions-SF2',
      reason: 'One step after another: the history of an execution has their times, and the functions are not traced.',
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'The delivery of logs by CloudWatch is no resource of IAM: Step Functions needs these actions on all.',
    });
  }
}
