import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { domains } from '../../functions/manifest.ts';
import { stageNames } from '../../lib/config.ts';
import { scheduleExpression } from '../../lib/constructs/schedule-expression.ts';
import { type Resource, statementsOf } from './resource.ts';
import { emptyBuild, synthesize } from './synthesis.ts';

const jobs = domains.flatMap(({ name: domain, jobs: own = [] }) => own.map(job => ({ domain, ...job })));
const scheduled = jobs.filter(({ schedule }) => schedule !== undefined);
const migrations = jobs.find(({ trigger }) => trigger === 'deployment')!;
const awaited = jobs.filter(({ trigger }) => trigger === 'pipeline' || trigger === 'operator');
/**
 * Whom Scheduler assumes roles as: "Do not scope the aws:SourceArn statement to a specific schedule"
 * (https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html).
 */
const scheduleGroup = {
  'Fn::Join': ['', ['arn:aws:scheduler:ap-northeast-2:', { Ref: 'AWS::AccountId' }, ':schedule-group/default']],
};
const steps = domains.flatMap(({ pipelines = [] }) => pipelines.flatMap(pipeline => [...pipeline.steps]));

test.each(jobs)(
  '$name is started by a schedule, or else by the one thing that it names',
  ({ name, schedule, trigger }) => {
    expect([schedule, trigger].filter(each => each !== undefined)).toHaveLength(1);
    expect(steps.includes(name)).toBe(trigger === 'pipeline');
  },
);

describe.each(stageNames)('the jobs of %s', stage => {
  const assembly = synthesize(stage, emptyBuild());
  const stackOf = (domain: string) => assembly.getStackByName(`heal7-${stage}-${domain}`);
  const templateOf = (domain: string) => Template.fromJSON(stackOf(domain).template);
  const resourcesOf = (domain: string) => Object.entries<Resource>(stackOf(domain).template.Resources);
  const functionName = (domain: string, job: string) => `heal7-${stage}-${domain}-${job}-job`;
  /** The logical id and the function of a job. */
  const functionOf = (domain: string, job: string) =>
    resourcesOf(domain).find(([, { Properties }]) => Properties?.FunctionName === functionName(domain, job))!;

  test.each(scheduled)('$name starts at its times in Seoul, and is given up only into its queue', job => {
    const [id] = functionOf(job.domain, job.name);
    templateOf(job.domain).hasResourceProperties('AWS::Scheduler::Schedule', {
      Name: `heal7-${stage}-${job.name}`,
      ScheduleExpression: scheduleExpression(job.schedule!.cron),
      ScheduleExpressionTimezone: 'Asia/Seoul',
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: Match.absent(),
      Target: {
        Arn: { 'Fn::GetAtt': [id, 'Arn'] },
        DeadLetterConfig: { Arn: Match.anyValue() },
        RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 3_600 },
      },
    });
    templateOf(job.domain).hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: id },
      MaximumRetryAttempts: 2,
    });
    const [, { Properties }] = functionOf(job.domain, job.name);
    const queue = Properties.DeadLetterConfig.TargetArn['Fn::GetAtt'][0];
    expect(Object.fromEntries(resourcesOf(job.domain))[queue]).toMatchObject({
      Type: 'AWS::SQS::Queue',
      Properties: { SqsManagedSseEnabled: true },
    });
  });

  test('a schedule may start its own job and nothing else, by a role that waits for its group', () => {
    for (const { domain, name } of scheduled) {
      const [id, { Properties }] = functionOf(domain, name);
      const [, { Properties: schedule }] = resourcesOf(domain).find(
        ([, each]) => each.Type === 'AWS::Scheduler::Schedule' && each.Properties.Name === `heal7-${stage}-${name}`,
      )!;
      const role = Object.fromEntries(resourcesOf(domain))[schedule.Target.RoleArn['Fn::GetAtt'][0]]!;
      expect(statementsOf(role)).toEqual([
        { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: { 'Fn::GetAtt': [id, 'Arn'] } },
        { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: Properties.DeadLetterConfig.TargetArn },
      ]);
      expect(role.Properties.AssumeRolePolicyDocument.Statement).toMatchObject([
        {
          Principal: { Service: 'scheduler.amazonaws.com' },
          Condition: {
            StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
            ArnEquals: { 'aws:SourceArn': scheduleGroup },
          },
        },
      ]);
    }
  });

  test.each(awaited)(
    '$name starts by nothing of its own, and is kept in no queue: whoever starts it waits for it',
    job => {
      const [id, { Properties }] = functionOf(job.domain, job.name);
      expect(Properties.DeadLetterConfig).toBeUndefined();
      const starts = [
        'AWS::Scheduler::Schedule',
        'AWS::Lambda::EventInvokeConfig',
        'Custom::Trigger',
        'AWS::SQS::Queue',
      ];
      const others = resourcesOf(job.domain).filter(([, { Type }]) => starts.includes(Type));
      for (const [other, { Properties: properties }] of others) {
        expect(JSON.stringify(properties), other).not.toContain(`"${id}"`);
        expect(other.startsWith(job.name.replaceAll('-', '')), other).toBe(false);
      }
    },
  );

  test('the dashboard shows how each job fares, and the database and the proxy behind them', () => {
    const [, { Properties }] = resourcesOf('observability').find(
      ([, { Type }]) => Type === 'AWS::CloudWatch::Dashboard',
    )!;
    const body = JSON.stringify(Properties.DashboardBody);
    const names = jobs.map(({ domain, name }) => functionName(domain, name));
    const metrics = [
      'job_runs',
      'job_failures',
      'job_duration',
      'ACUUtilization',
      'DatabaseConnections',
      'AuroraReplicaLag',
    ];
    const proxy = ['DatabaseConnectionsCurrentlyBorrowed', 'DatabaseConnectionsBorrowLatency'];
    for (const shown of [...names, ...metrics, ...proxy]) expect(body).toContain(shown);
  });

  describe('migrations', () => {
    const { domain } = migrations;
    const [triggerId, trigger] = resourcesOf(domain).find(([, { Type }]) => Type === 'Custom::Trigger')!;

    test('run in the deployment, which waits for them', () => {
      expect(trigger.Properties).toMatchObject({
        InvocationType: 'RequestResponse',
        Timeout: String(migrations.timeoutSeconds * 1_000),
      });
    });

    test('run again when their function is another', () => {
      const version = trigger.Properties.HandlerArn.Ref;
      const [id] = functionOf(domain, migrations.name);
      expect(Object.fromEntries(resourcesOf(domain))[version]).toMatchObject({
        Type: 'AWS::Lambda::Version',
        Properties: { FunctionName: { Ref: id } },
      });
      const build = emptyBuild();
      const changed = synthesize(stage, { ...build, engine: { ...build.engine, digest: '1'.repeat(64) } });
      const { Resources } = changed.getStackByName(`heal7-${stage}-${domain}`).template;
      expect(Resources[triggerId].Properties.HandlerArn.Ref).not.toBe(version);
    });

    test('come before every job of their domain, before what answers requests there, and before every stack that uses the database', () => {
      const [, http] = resourcesOf(domain).find(
        ([, { Properties }]) => Properties?.FunctionName === `heal7-${stage}-${domain}-http`,
      )!;
      expect(http.DependsOn).toContain(triggerId);
      for (const { name } of jobs.filter(job => job.domain === domain && job !== migrations)) {
        expect(functionOf(domain, name)[1].DependsOn, name).toContain(triggerId);
      }
      const others = scheduled.filter(job => job.domain !== domain && job.database);
      expect(others.length).toBeGreaterThan(0);
      for (const { domain: other } of others) {
        expect(stackOf(other).dependencies.map(({ id }) => id)).toContain(`heal7-${stage}-${domain}`);
      }
    });

    test('come after the database and its proxy', () => {
      expect(stackOf(domain).dependencies.map(({ id }) => id)).toContain(`heal7-${stage}-data`);
    });
  });
});
