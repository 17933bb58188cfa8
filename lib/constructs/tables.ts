import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { type TableDefinition, tables } from '../../platform/dynamodb/tables.ts';
import type { Settings } from '../config.ts';
import { resourceName } from '../names.ts';

export interface TablesProps {
  readonly settings: Settings;
  readonly key: IKey;
}

/** The DynamoDB tables that the platform defines. */
export class Tables extends Construct {
  private readonly arns = new Map<string, string>();

  constructor(scope: Construct, id: string, { settings, key }: TablesProps) {
    super(scope, id);
    for (const definition of tables) this.add(settings, key, definition);
  }

  /** The ARN of a table by its name in the platform. */
  arnOf(name: string): string {
    return this.arns.get(name)!;
  }

  private add({ stage, protectData }: Settings, key: IKey, definition: TableDefinition): void {
    const { name, partitionKey, sortKey, ttlAttribute, pointInTimeRecovery, recoveryDays } = definition;
    const table = new dynamodb.TableV2(this, name, {
      tableName: resourceName(stage, name),
      partitionKey: { name: partitionKey, type: dynamodb.AttributeType.STRING },
      ...(sortKey && { sortKey: { name: sortKey, type: dynamodb.AttributeType.STRING } }),
      ...(ttlAttribute && { timeToLiveAttribute: ttlAttribute }),
      billing: dynamodb.Billing.onDemand(),
      encryption: dynamodb.TableEncryptionV2.customerManagedKey(key),
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: pointInTimeRecovery,
        ...(recoveryDays && { recoveryPeriodInDays: recoveryDays }),
      },
      // What cannot be restored is not worth keeping either.
      deletionProtection: protectData && pointInTimeRecovery,
      removalPolicy: protectData && pointInTimeRecovery ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.arns.set(name, table.tableArn);
    if (!pointInTimeRecovery) {
      const reason = 'Its definition says so: what is lost with it is computed again.';
      Validations.of(table).acknowledge({ id: 'AwsSolutions-DDB3', reason });
    }
  }
}
