/** Where a policy's resources are: of the function that writes it. */
export interface PolicyPlace {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** What a client may do, beside connecting as itself. */
export interface ClientRights {
  readonly clientId: string;
  readonly publish: readonly string[];
  /** Topics, which it then also receives from. */
  readonly subscribe: readonly string[];
}

interface PolicyStatement {
  readonly Effect: 'Allow';
  readonly Action: 'iot:Connect' | 'iot:Publish' | 'iot:Subscribe' | 'iot:Receive';
  readonly Resource: readonly string[];
}

/** As AWS IoT Core reads it; the broker of one machine does the same. What it does not allow is refused. */
export interface DevicePolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

/**
 * The policy of one client: topics by their names, without a wildcard.
 *
 * `iot:RetainPublish` is in none: what a device publishes is not kept for those who come later.
 */
export function devicePolicy(place: PolicyPlace, { clientId, publish, subscribe }: ClientRights): DevicePolicy {
  const arns = (kind: 'client' | 'topic' | 'topicfilter', names: readonly string[]) =>
    names.map(name => `arn:${place.partition}:iot:${place.region}:${place.account}:${kind}/${name}`);
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 'iot:Connect', Resource: arns('client', [clientId]) },
      { Effect: 'Allow', Action: 'iot:Publish', Resource: arns('topic', publish) },
      { Effect: 'Allow', Action: 'iot:Subscribe', Resource: arns('topicfilter', subscribe) },
      { Effect: 'Allow', Action: 'iot:Receive', Resource: arns('topic', subscribe) },
    ],
  };
}

/** Of `arn:aws:lambda:ap-northeast-2:123456789012:function:heal7-prod-iot-authorize-device`. */
export function policyPlaceOf(functionArn: string): PolicyPlace {
  const [, partition = '', , region = '', account = ''] = functionArn.split(':');
  return { partition, region, account };
}
