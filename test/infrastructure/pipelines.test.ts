import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { domains } from '../../functions/manifest.ts';
import { stageNames } from '../../lib/config.ts';
import { scheduleExpression } from '../../lib/constructs/schedule-expression.ts';
import { stateMachine, variableOf } from '../../platform/pipelines/state-machine.ts';
import { pipelinesOf } from '../../platform/pipelines/steps.ts';
import { type Resource, statementsOf } from './resource.ts';
import { emptyBuild, synthesize } from './synthesis.ts';

const pipelines = domains.flatMap(pipelinesOf);

test('there is one that runs at two in Seoul, and tries each step twice again, five minutes apart', () => {
  expect(pipelines).toMatchObject([
    {
      name: 'daily-data-processing',
      schedule: { cron: '0 2 * * *', timeZone: 'Asia/Seoul' },
      steps: ['analyze-saju-accuracy', 'analyze-content-quality', 'aggregate-sensor-data'],
      retries: { attempts: 2, intervalSeconds: 300 },
    },
  ]);
});

describe.each(stageNames.flatMap(stage => pipelines.map(pipeline => ({ stage, pipeline, name: pipeline.name }))))(
  'the pipeline $name of $stage',
  ({ stage, pipeline }) => {
    const { domain, name, steps } = pipeline;
    const stack = synthesize(stage, emptyBuild()).getStackByName(`heal7-${stage}-${domain}`);
    const template = Template.fromJSON(stack.template);
    const resources = Object.entries<Resource>(stack.template.Resources);
    const ofType = (type: string) => resources.filter(([, { Type }]) => Type === type);
    const machines = ofType('AWS::StepFunctions::StateMachine');
    const [machineId, machine] = machines.find(
      ([, { Properties }]) => Properties.StateMachineName === `heal7-${stage}-${domain}-${name}-pipeline`,
    )!;
    const functionOf = (step: string) =>
      resources.find(([, { Properties }]) => Properties?.FunctionName === `heal7-${stage}-${domain}-${step}-job`)![0];

    test('is the very state machine that runs locally, whose steps are their functions', () => {
      const { DefinitionString, DefinitionSubstitutions, StateMachineType } = machine.Properties;
      expect(JSON.parse(DefinitionString)).toEqual(stateMachine(pipeline));
      expect(DefinitionSubstitutions).toEqual(
        Object.fromEntries(steps.map(step => [variableOf(step), { 'Fn::GetAtt': [functionOf(step), 'Arn'] }])),
      );
      // CloudFormation leaves alone what it has no substitution for.
      const variables = [...DefinitionString.matchAll(/\$\{(\w+)\}/g)].map(([, variable]) => variable);
      expect(variables.toSorted()).toEqual(Object.keys(DefinitionSubstitutions).toSorted());
      expect(StateMachineType).toBe('STANDARD');
    });

    test('logs each of its events for as long as the stage says, without what passes through it', () => {
      const { LoggingConfiguration } = machine.Properties;
      expect(LoggingConfiguration).toMatchObject({ Level: 'ALL', IncludeExecutionData: false });
      template.hasResourceProperties('AWS::Logs::LogGroup', {
        LogGroupName: `/aws/vendedlogs/states/heal7-${stage}-${domain}-${name}-pipeline`,
        RetentionInDays: Match.anyValue(),
      });
    });

    test('may call the functions of its steps, and beside that only have its log delivered', () => {
      const [roleId] = machine.Properties.RoleArn['Fn::GetAtt'];
      const role = stack.template.Resources[roleId] as Resource;
      expect(statementsOf(role)).toEqual([
        {
          Effect: 'Allow',
          Action: 'lambda:InvokeFunction',
          // CDK sorts them.
          Resource: steps
            .map(functionOf)
            .toSorted()
            .map(id => ({ 'Fn::GetAtt': [id, 'Arn'] })),
        },
      ]);
      const others = ofType('AWS::IAM::Policy').filter(([, { Properties }]) =>
        JSON.stringify(Properties.Roles).includes(`"${roleId}"`),
      );
      const actions = others.flatMap(([, policy]) => statementsOf(policy)).flatMap(({ Action }) => Action);
      expect(actions.length).toBeGreaterThan(0);
      for (const action of actions) expect(action).toMatch(/^logs:/);
      const [trust] = role.Properties.AssumeRolePolicyDocument.Statement;
      expect(trust).toMatchObject({
        Principal: { Service: 'states.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      });
      expect(JSON.stringify(trust.Condition.ArnEquals)).toContain(`heal7-${stage}-${domain}-${name}-pipeline`);
    });

    test('starts at its times in Seoul without a day, and is given up only into its queue', () => {
      template.hasResourceProperties('AWS::Scheduler::Schedule', {
        Name: `heal7-${stage}-${name}`,
        ScheduleExpression: scheduleExpression(pipeline.schedule.cron),
        ScheduleExpressionTimezone: 'Asia/Seoul',
        FlexibleTimeWindow: { Mode: 'OFF' },
        State: Match.absent(),
        Target: {
          Arn: { Ref: machineId },
          Input: '{}',
          DeadLetterConfig: { Arn: Match.anyValue() },
          RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 3_600 },
        },
      });
      const [, { Properties: schedule }] = ofType('AWS::Scheduler::Schedule').find(
        ([, { Properties }]) => Properties.Name === `heal7-${stage}-${name}`,
      )!;
      const starter: Resource = stack.template.Resources[schedule.Target.RoleArn['Fn::GetAtt'][0]];
      // Of the group, as for a job.
      expect(JSON.stringify(starter.Properties.AssumeRolePolicyDocument)).toContain(':schedule-group/default"');
      expect(statementsOf(starter)).toMatchObject([
        { Action: 'states:StartExecution', Resource: { Ref: machineId } },
        { Action: 'sqs:SendMessage' },
      ]);
    });

    test('is alone in starting its steps', () => {
      const schedules = JSON.stringify(ofType('AWS::Scheduler::Schedule'));
      for (const step of steps) expect(schedules).not.toContain(`"${functionOf(step)}"`);
    });

    test('is watched by what Step Functions counts of its executions, in its own dimension', () => {
      const watched = ofType('AWS::CloudWatch::Alarm').flatMap(([, { Properties }]) => {
        const { Metric, Stat } = Properties.Metrics?.[0]?.MetricStat ?? {};
        return Metric?.Namespace === 'AWS/States' ? [{ ...Properties, ...Metric, Stat }] : [];
      });
      const expected = (alarm: string, MetricName: string, ComparisonOperator: string, TreatMissingData: string) => ({
        AlarmName: `heal7-${stage}-${name}-${alarm}`,
        MetricName,
        Stat: 'Sum',
        ComparisonOperator,
        Threshold: 1,
        TreatMissingData,
      });
      expect(watched).toMatchObject([
        expected('failed', 'ExecutionsFailed', 'GreaterThanOrEqualToThreshold', 'notBreaching'),
        expected('timed-out', 'ExecutionsTimedOut', 'GreaterThanOrEqualToThreshold', 'notBreaching'),
        expected('not-run', 'ExecutionsSucceeded', 'LessThanThreshold', 'breaching'),
      ]);
      for (const { Dimensions } of watched) {
        expect(Dimensions).toEqual([
          {
            Name: 'StateMachineArn',
            // The ARN of a state machine by its name: what its Ref gives.
            Value: {
              'Fn::Join': [
                '',
                [
                  'arn:',
                  { Ref: 'AWS::Partition' },
                  ':states:',
                  { Ref: 'AWS::Region' },
                  ':',
                  { Ref: 'AWS::AccountId' },
                  `:stateMachine:${machine.Properties.StateMachineName}`,
                ],
              ],
            },
          },
        ]);
      }
    });

    test('is missed once its period and all attempts of all steps are over, and not two hours later', () => {
      const [, , notRun] = pipeline.alarms;
      const period = 24;
      const longest = stateMachine(pipeline).TimeoutSeconds / 3_600;
      const watched = (notRun!.periodMinutes * notRun!.evaluationPeriods) / 60;
      // Hours of the clock: two of them hold a gap of one.
      expect(watched).toBeGreaterThan(period + longest + 1);
      expect(watched).toBeLessThanOrEqual(period + longest + 2);
      expect(notRun!.breachingPeriods).toBe(notRun!.evaluationPeriods);
    });

    test('is on the dashboard', () => {
      const { template: shown } = synthesize(stage, emptyBuild()).getStackByName(`heal7-${stage}-observability`);
      const dashboard = JSON.stringify(
        Object.values<Resource>(shown.Resources).find(({ Type }) => Type === 'AWS::CloudWatch::Dashboard'),
      );
      expect(dashboard).toContain(`:stateMachine:heal7-${stage}-${domain}-${name}-pipeline`);
      for (const metric of ['ExecutionsSucceeded', 'ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionTime']) {
        expect(dashboard).toContain(metric);
      }
    });
  },
);

test.each(stageNames)('anomalies of sensors are told by the name the step’s function logs, in %s', stage => {
  const template = Template.fromJSON(
    synthesize(stage, emptyBuild()).getStackByName(`heal7-${stage}-analytics`).template,
  );
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmName: `heal7-${stage}-sensor-anomalies`,
    Metrics: [
      Match.objectLike({
        MetricStat: Match.objectLike({
          Metric: {
            Namespace: 'HEAL7',
            MetricName: 'sensor_anomalies',
            Dimensions: [{ Name: 'function', Value: `heal7-${stage}-analytics-aggregate-sensor-data-job` }],
          },
          Stat: 'Sum',
        }),
      }),
    ],
    Threshold: 1,
  });
});
