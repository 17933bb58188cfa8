import {
  DeleteConnectionCommand,
  IoTDataPlaneClient,
  PublishCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-iot-data-plane';
import * as z from 'zod';
import { environment } from '../config/environment.ts';

/** What we tell devices, through the broker's HTTP interface. */
export interface DevicePublisher {
  /** Publishes with QoS 1, and has the broker keep it for whoever subscribes later; an empty text: keep nothing more. */
  retain(topic: string, payload: string): Promise<void>;
  /** Cuts a client's connection, if it has one: it may sign in again. */
  disconnect(clientId: string): Promise<void>;
}

const settings = environment(
  z.object({
    /** Where the broker takes messages: `https://abc123-ats.iot.ap-northeast-2.amazonaws.com`. */
    IOT_DATA_ENDPOINT: z.url('must be a URL such as http://127.0.0.1:1884'),
    AWS_REGION: z.string().default('ap-northeast-2'),
  }),
);

/** An attempt that is this late is lost. With one attempt more, a call that cannot be answered has failed within some 2 s. */
const ATTEMPT_MS = 1_000;
const ATTEMPTS = 2;

/** @param endpoint by plain HTTP: the broker of one machine, which asks for no credentials */
export function createDevicePublisher(region: string, endpoint: string): DevicePublisher {
  const client = new IoTDataPlaneClient({
    region,
    endpoint,
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: ATTEMPT_MS, requestTimeout: ATTEMPT_MS, throwOnRequestTimeout: true },
    ...(endpoint.startsWith('http:') && { credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  });
  return {
    async retain(topic, payload) {
      await client.send(new PublishCommand({ topic, qos: 1, retain: true, payload: Buffer.from(payload) }));
    },
    async disconnect(clientId) {
      try {
        await client.send(new DeleteConnectionCommand({ clientId }));
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error;
      }
    },
  };
}

let shared: DevicePublisher | undefined;

/** The publisher that the environment names, made at the first message: most requests have none. */
export const publisherOfEnvironment: DevicePublisher = {
  retain: async (topic, payload) => fromEnvironment().retain(topic, payload),
  disconnect: async clientId => fromEnvironment().disconnect(clientId),
};

/** @throws ConfigurationError where the environment names no broker */
function fromEnvironment(): DevicePublisher {
  const { AWS_REGION, IOT_DATA_ENDPOINT } = settings();
  shared ??= createDevicePublisher(AWS_REGION, IOT_DATA_ENDPOINT);
  return shared;
}
