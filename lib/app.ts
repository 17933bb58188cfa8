import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Domain } from '../platform/manifest/domain.ts';
import type { Build } from './bundle.ts';
import { type Settings, SettingsError } from './config.ts';
import { deployedDomain } from './deployed-domain.ts';
import { functionsOf } from './domain-functions.ts';
import { resourceName } from './names.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { DomainStack } from './stacks/domain-stack.ts';
import { EngineStack } from './stacks/engine-stack.ts';
import { KeysStack } from './stacks/keys-stack.ts';
import { NetworkStack } from './stacks/network-stack.ts';
import { ObservabilityStack } from './stacks/observability-stack.ts';
import { StreamsStack } from './stacks/streams-stack.ts';
import { TimestreamStack } from './stacks/timestream-stack.ts';

/** Lists the stacks of a stage: the shared ones, then one for each domain. A finding of cdk-nag stops synthesis. */
export function addStacks(app: App, settings: Settings, build: Build, declared: readonly Domain[]): void {
  const { stage, account, region, timeseries } = settings;
  const domains = declared.map(domain => deployedDomain(domain, settings));
  for (const name of Object.keys(settings.memoryMb)) {
    if (!domains.some(domain => domain.name === name)) throw new SettingsError(`memoryMb names no domain: ${name}`);
  }
  const env = { region, ...(account && { account }) };
  const named = (name: string) => resourceName(stage, name);

  const engine = new EngineStack(app, named('engine'), build.engine, { env, description: 'The saju engine, a layer' });
  const api = new ApiStack(app, named('api'), settings, { env, description: 'The HTTP API that all domains share' });
  const { alarmTopic } = new ObservabilityStack(app, named('observability'), {
    env,
    description: 'Alarms of what is shared, whom they tell, and the dashboard',
    settings,
    domains,
    api,
  });
  const network = new NetworkStack(app, named('network'), settings, { env, description: 'Where the database lives' });
  const keys = new KeysStack(app, named('keys'), settings, {
    env,
    description: 'The keys of personal data and of tokens',
  });
  const data = new DataStack(app, named('data'), {
    env,
    description: 'The database and the tables',
    settings,
    network,
    alarmTopic,
  });
  const streams = new StreamsStack(app, named('streams'), {
    env,
    description: 'The streams of events and of readings',
    settings,
    alarmTopic,
  });
  if (timeseries.store === 'timestream') {
    new TimestreamStack(app, named('timestream'), settings, {
      env: { ...env, region: timeseries.region },
      description: 'Raw history of readings, and its alarms',
    });
  }
  const shared = { env, settings, build, engine, api, platform: { network, data, keys, streams }, alarmTopic };
  const stacks = domains.map(domain => ({
    domain,
    stack: new DomainStack(app, named(domain.name), { ...shared, domain }),
  }));
  // What a deployment has to do (migrations) is done before anything that uses the database is deployed.
  const first = stacks.filter(({ domain }) => domain.jobs?.some(({ trigger }) => trigger === 'deployment'));
  for (const { domain, stack } of stacks) {
    if (!functionsOf(domain).some(({ database }) => database)) continue;
    for (const { stack: before } of first) if (before !== stack) stack.addStackDependency(before);
  }

  Tags.of(app).add('project', 'heal7');
  Tags.of(app).add('stage', stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
}
