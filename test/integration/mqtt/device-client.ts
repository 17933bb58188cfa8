import { once } from 'node:events';
import { connect, type IClientOptions, type MqttClient } from 'mqtt';
import { onTestFinished } from 'vitest';

/** A device of a test, with what only it knows. */
export interface TestDevice {
  readonly id: string;
  readonly secret: string;
}

const DEADLINE_MS = 5_000;

/** A client that tries once; its errors are for whoever looks. */
function deviceClient(port: number, { id, secret }: TestDevice, options: IClientOptions = {}): MqttClient {
  const client = connect({
    host: '127.0.0.1',
    port,
    clientId: id,
    username: id,
    password: secret,
    reconnectPeriod: 0,
    connectTimeout: DEADLINE_MS,
    ...options,
  });
  client.on('error', () => {});
  onTestFinished(async () => {
    await client.endAsync(true);
  });
  return client;
}

/** Connects. */
export async function connected(port: number, device: TestDevice, options?: IClientOptions): Promise<MqttClient> {
  const client = deviceClient(port, device, options);
  await inTime(new Promise((resolve, reject) => client.once('connect', resolve).once('error', reject)));
  return client;
}

/** The code by which a CONNECT is answered: 0 for one that is not refused. */
export async function answerTo(port: number, device: TestDevice, options?: IClientOptions): Promise<unknown> {
  const client = deviceClient(port, device, options);
  return inTime(
    new Promise(resolve => {
      client.once('connect', () => resolve(0)).once('error', error => resolve((error as { code?: unknown }).code));
    }),
  );
}

/** Resolves when the broker has cut a client off. */
export async function cutOff(client: MqttClient): Promise<void> {
  if (client.connected) await inTime(new Promise<void>(resolve => client.once('close', resolve)));
}

async function inTime<Value>(outcome: Promise<Value>): Promise<Value> {
  const late = AbortSignal.timeout(DEADLINE_MS);
  return Promise.race([outcome, once(late, 'abort').then(() => Promise.reject(new Error('Nothing came of it')))]);
}

/** The topic by which a device's messages reach their rule. */
export function ruleTopic({ id }: Pick<TestDevice, 'id'>, kind: 'readings' | 'status' = 'readings'): string {
  return `$aws/rules/heal7_local_${kind}/devices/${id}/${kind}`;
}
