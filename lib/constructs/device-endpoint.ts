import * as iam from 'aws-cdk-lib/aws-iam';
import { type CfnAuthorizer, CfnDomainConfiguration } from 'aws-cdk-lib/aws-iot';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import type { Settings } from '../config.ts';
import { devicesName, resourceName } from '../names.ts';
import { stageLogGroup } from './log-group.ts';

/** The one port that networks of other people's houses let out. */
const MQTT_OVER_TLS = 443;

export interface DeviceEndpointProps {
  readonly settings: Settings;
  readonly authorizer: CfnAuthorizer;
}

/**
 * Where devices connect: an address of its own, under a certificate of Amazon's, where everyone is asked by our authorizer. At the account's common address,
 * a device would have to name it in its user name, and say by ALPN (`mqtt`) that it has no certificate.
 */
export class DeviceEndpoint extends Construct {
  /** Host and port. */
  readonly address: string;

  constructor(scope: Construct, id: string, { settings, authorizer }: DeviceEndpointProps) {
    super(scope, id);
    const domainConfigurationName = devicesName(settings.stage);
    const domain = new CfnDomainConfiguration(this, 'Domain', {
      domainConfigurationName,
      serviceType: 'DATA',
      authenticationType: 'CUSTOM_AUTH',
      applicationProtocol: 'SECURE_MQTT',
      authorizerConfig: { defaultAuthorizerName: authorizer.ref, allowAuthorizerOverride: false },
      // TLS 1.2 and 1.3, with the ciphers of both that AWS has not given up.
      tlsConfig: { securityPolicy: 'IoTSecurityPolicy_TLS13_1_2_2022_10' },
    });
    this.address = `${this.hostOf(domain, settings)}:${MQTT_OVER_TLS}`;
  }

  /** IoT Core gives the address its name, which CloudFormation knows no attribute for: the deployment asks. */
  private hostOf(domain: CfnDomainConfiguration, settings: Settings): string {
    const functionName = resourceName(settings.stage, 'device-endpoint');
    const logs = stageLogGroup(this, 'Logs', settings, `/aws/lambda/${functionName}`);
    const role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    logs.grantWrite(role);
    const asked = {
      service: 'IoT',
      action: 'DescribeDomainConfiguration',
      parameters: { domainConfigurationName: domain.ref },
      physicalResourceId: PhysicalResourceId.of(devicesName(settings.stage)),
      outputPaths: ['domainName'],
    };
    const answer = new AwsCustomResource(this, 'Name', {
      resourceType: 'Custom::DeviceEndpoint',
      onUpdate: asked,
      role,
      functionName,
      logGroup: logs,
      // The one that Lambda has: nothing is fetched from npm in a deployment.
      installLatestAwsSdk: false,
      policy: AwsCustomResourcePolicy.fromStatements([
        new iam.PolicyStatement({ actions: ['iot:DescribeDomainConfiguration'], resources: [domain.attrArn] }),
      ]),
    });
    return answer.getResponseField('domainName');
  }
}
