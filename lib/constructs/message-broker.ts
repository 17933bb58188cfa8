import { CfnOutput } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { MqttDeclaration } from '../../platform/manifest/domain.ts';
import { BrokerLogs } from './broker-logs.ts';
import { DeviceAuthorizer, type DeviceAuthorizerProps } from './device-authorizer.ts';
import { DeviceEndpoint } from './device-endpoint.ts';
import { TopicRules } from './topic-rules.ts';

export interface MessageBrokerProps extends Omit<DeviceAuthorizerProps, 'declaration'> {
  readonly declaration: MqttDeclaration;
}

/** IoT Core as a domain declares it: who is let in, where, and what becomes of messages (docs/adr/0070-devices-on-iot-core.md). */
export class MessageBroker extends Construct {
  readonly authorizer: DeviceAuthorizer;
  /** What devices are told: host and port. */
  readonly address: string;

  constructor(scope: Construct, id: string, props: MessageBrokerProps) {
    super(scope, id);
    const { settings, declaration, platform } = props;
    this.authorizer = new DeviceAuthorizer(this, 'Authorizer', { ...props, declaration: declaration.authorizer });
    const { authorizer } = this.authorizer;
    this.address = new DeviceEndpoint(this, 'Endpoint', { settings, authorizer }).address;
    new TopicRules(this, 'Rules', { settings, rules: declaration.rules, streams: platform.streams });
    if (settings.devices.brokerLogs) new BrokerLogs(this, 'Logs', settings);
    new CfnOutput(this, 'Address', { value: this.address, description: 'Where devices connect, by MQTT over TLS' });
  }
}
