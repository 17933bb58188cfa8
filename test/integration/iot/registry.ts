import { randomUUID } from 'node:crypto';
import { deviceOperations } from '../../../functions/iot/devices/contract.ts';
import { deviceRoutes } from '../../../functions/iot/devices/routes.ts';
import { deviceStream, iotEvents } from '../../../functions/iot/events.ts';
import { readStream } from '../../../platform/events/event-store.ts';
import { refusedCredentials } from '../../../platform/http/authorise.ts';
import { httpFunction } from '../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../platform/http/openapi.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';
import { clientOf } from '../../contract/client.ts';
import { meFunction } from '../users/me-function.ts';
import { brokerInterface } from './broker-interface.ts';

export const DEVICES = '/v1/iot/devices';

export const BROKER = { endpoint: 'mqtt.test:8883', rulesStage: 'test' };

/** The registry on engines of the calling file alone, as an operator uses it, with a clock that is set by hand. */
export async function registry() {
  const me = await meFunction();
  const { database, owner, clock, encryption } = me;
  const broker = await brokerInterface();
  const logLines: string[] = [];
  logTo(line => logLines.push(line));
  const http = { entry: '', operations: deviceOperations, fallback: true, memoryMb: 128, timeoutSeconds: 1 } as const;
  const handler = httpFunction({
    name: 'iot',
    release: '1',
    now: () => clock.now,
    routes: deviceRoutes({
      database,
      publisher: broker.publisher,
      seal: encryption.seal,
      newId: randomUUID,
      broker: () => BROKER,
    }),
    authenticate: async ({ headers }) => {
      const [userId, sessionId] = (headers.authorization ?? '').replace('Bearer ', '').split('/');
      if (userId === undefined || sessionId === undefined) throw refusedCredentials();
      return { kind: 'user', userId, sessionId, roles: ['operator'] };
    },
  });
  const anyone = clientOf(
    [{ domain: { name: 'iot', purpose: 'Tests', http, alarms: [] }, http, handler, loadedInMs: 0 }],
    await openApiDocument({ operations: deviceOperations, version: '1.0.0' }),
  );
  const operator = await me.member();
  const call = operator.through(anyone);

  const newDevice = (others: object = {}) => ({
    serial: `T-${randomUUID().slice(0, 8)}`,
    type: 'temperature',
    locationId: 'seoul-1f-tea',
    installationPosition: { x: 2.5, y: 4, z: 1.8, description: '찻상 옆 기둥' },
    ...others,
  });

  /** Registers a device; gives the answer. */
  async function register(others: object = {}) {
    const { status, json, text } = await call('POST', DEVICES, { body: newDevice(others) });
    if (status !== 201) throw new Error(text);
    return json;
  }

  const events = (deviceId: string) => readStream(database.sql, deviceStream(deviceId), iotEvents);

  return { database, owner, clock, broker, logLines, operator, anyone, call, newDevice, register, events, me };
}
