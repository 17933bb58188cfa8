import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { domains } from '../../functions/manifest.ts';
import { settingsFrom, stageNames } from '../../lib/config.ts';
import { brokerAlarms } from '../../lib/constructs/broker-alarms.ts';
import { dataAlarms } from '../../lib/constructs/data-alarms.ts';
import { streamsAlarms } from '../../lib/constructs/streams-alarms.ts';
import { timestreamAlarms } from '../../lib/constructs/timestream-alarms.ts';
import { functionsOf } from '../../lib/domain-functions.ts';
import { tables } from '../../platform/dynamodb/tables.ts';
import { streamNames } from '../../platform/streams/streams.ts';
import { deployedDomains, emptyBuild, synthesize } from './synthesis.ts';

interface Metric {
  readonly Namespace: string;
  readonly Dimensions: readonly { readonly Name: string; readonly Value: unknown }[];
}

interface Alarm {
  readonly AlarmName: string;
  readonly AlarmDescription: string;
  readonly AlarmActions: readonly unknown[];
  readonly TreatMissingData: string;
  readonly Metrics: readonly { readonly MetricStat?: { readonly Metric: Metric } }[];
}

/** A section of the runbook: its heading, and what stands under it. */
const sections = new Map(
  readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map(section => [section.slice(0, section.indexOf('\n')), section] as const),
);

const resourcesOf = (stage: (typeof stageNames)[number]) =>
  synthesize(stage, emptyBuild()).stacks.flatMap(({ template }) =>
    Object.values<{ Type: string; Properties: Alarm }>(template.Resources),
  );

describe.each(stageNames)('the alarms of %s', stage => {
  const resources = resourcesOf(stage);
  const alarms = resources.filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);

  const declared = deployedDomains(stage).flatMap(domain =>
    [...functionsOf(domain), ...(domain.pipelines ?? [])].flatMap(each => each.alarms),
  );
  const settings = settingsFrom(name => (name === 'stage' ? stage : undefined));
  const ofData = dataAlarms(settings).map(({ rule }) => rule);
  const ofStreams = streamsAlarms(settings).map(({ rule }) => rule);
  const ofBrokers = domains.flatMap(({ mqtt }) => (mqtt ? brokerAlarms(settings, mqtt) : [])).map(({ rule }) => rule);
  /** Told in the region of Timestream, which the dashboard of another cannot show. */
  const elsewhere = settings.timeseries.store === 'timestream' ? timestreamAlarms(stage).map(({ rule }) => rule) : [];

  test('are the ones that domains declare, of what keeps data, of streams, of the broker, and the one of the shared API', () => {
    const all = [...declared, ...ofData, ...ofStreams, ...ofBrokers, ...elsewhere];
    const names = ['api-5xx', ...all.map(({ name }) => name)];
    expect(alarms.map(({ AlarmName }) => AlarmName).sort()).toEqual(names.map(name => `heal7-${stage}-${name}`).sort());
  });

  test('are all on the dashboard', () => {
    const dashboard = JSON.stringify(resources.find(({ Type }) => Type === 'AWS::CloudWatch::Dashboard'));
    const unseen = elsewhere.map(({ name }) => `heal7-${stage}-${name}`);
    for (const { AlarmName } of alarms) {
      expect(dashboard.includes(`:alarm:${AlarmName}\\`), AlarmName).toBe(!unseen.includes(AlarmName));
    }
  });

  test('that watch metrics of ours watch a function by the name it logs: the one it is deployed under', () => {
    const deployed = resources
      .filter(({ Type }) => Type === 'AWS::Lambda::Function')
      .map(({ Properties }) => (Properties as unknown as { FunctionName: string }).FunctionName);
    const watched = alarms.flatMap(({ Metrics = [] }) => Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric ?? []));
    const ours = watched.filter(({ Namespace }) => Namespace === 'HEAL7');
    expect(ours.length).toBeGreaterThan(0);
    for (const { Dimensions } of ours) {
      expect(Dimensions.map(({ Name }) => Name)).toEqual(['function']);
      expect(deployed).toContain(Dimensions[0]!.Value);
    }
  });

  test('watch errors and throttles of every function', () => {
    for (const { name, http, alarms: own } of domains) {
      if (!http) continue;
      const watched = own.map(({ metric }) => metric.name);
      expect(watched, name).toEqual(expect.arrayContaining(['Errors', 'Throttles']));
    }
  });

  test.each(alarms)('$AlarmName says its impact and points at a section of the runbook', alarm => {
    const parts = /^Impact: (?<impact>.{20,}) Runbook: docs\/runbook\.md#(?<anchor>[a-z0-9-]+)$/.exec(
      alarm.AlarmDescription,
    )?.groups;
    expect(parts, alarm.AlarmDescription).toBeDefined();
    const section = sections.get(parts!.anchor!);
    expect(section, `docs/runbook.md has no section "${parts!.anchor}"`).toBeDefined();
    for (const part of ['Means', 'Impact', 'Look first', 'Mitigate', 'Verify']) {
      expect(section).toContain(`**${part}.**`);
    }
  });

  test('watch connections, the pool, capacity, storage and lag of the database, and each table', () => {
    expect(ofData.map(({ name }) => name)).toEqual([
      'database-connections',
      'database-pool',
      'database-capacity',
      'database-storage',
      'database-replication-lag',
      ...tables.map(({ name }) => `${name}-throttles`),
    ]);
  });

  test('watch what each stream refuses, of writers and of readers', () => {
    expect(ofStreams.map(({ name }) => name)).toEqual(
      streamNames.flatMap(stream => [`${stream}-write-throttles`, `${stream}-read-throttles`]),
    );
  });

  test.each(alarms)('$AlarmName tells someone, and is silent while nobody calls unless a job has to run', alarm => {
    expect(alarm.AlarmActions).toHaveLength(1);
    expect(alarm.TreatMissingData).toBe(alarm.AlarmName.endsWith('-not-run') ? 'breaching' : 'notBreaching');
  });
});
