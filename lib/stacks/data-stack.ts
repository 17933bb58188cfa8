import { Stack, type StackProps } from 'aws-cdk-lib';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Settings } from '../config.ts';
import { Alarm } from '../constructs/alarm.ts';
import { dataAlarms } from '../constructs/data-alarms.ts';
import { Database } from '../constructs/database.ts';
import { removalPolicy } from '../constructs/removal-policy.ts';
import { Tables } from '../constructs/tables.ts';
import type { NetworkStack } from './network-stack.ts';

export interface DataStackProps extends StackProps {
  readonly settings: Settings;
  readonly network: NetworkStack;
  readonly alarmTopic: ITopic;
}

/** What keeps data: the database and the tables, under one key of our own, and their alarms. */
export class DataStack extends Stack {
  readonly database: Database;
  readonly tables: Tables;
  /** Of both, at rest. */
  readonly key: IKey;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, props);
    const { settings, network, alarmTopic } = props;
    this.key = new Key(this, 'Key', {
      description: `Data of HEAL7 at rest, stage ${settings.stage}`,
      enableKeyRotation: true,
      // Without it, no backup can be read either.
      removalPolicy: removalPolicy(settings.protectData),
    });
    const { key } = this;
    this.database = new Database(this, 'Database', { settings, network, key });
    this.tables = new Tables(this, 'Tables', { settings, key });
    for (const { rule, metric } of dataAlarms(settings)) new Alarm(this, settings.stage, rule, metric, alarmTopic);
  }
}
