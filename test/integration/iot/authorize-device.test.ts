import { beforeEach, describe, expect, test } from 'vitest';
import { decideSignIn, findSignInRow } from '../../../functions/iot/devices/sign-in.ts';
import {
  type AuthorizerEvent,
  AuthorizerFailed,
  authorizerFunction,
} from '../../../platform/mqtt/authorizer-function.ts';
import { BROKER, DEVICES, registry } from './registry.ts';

const { database, clock, logLines, call, register } = await registry();

const authorize = authorizerFunction({
  name: 'authorize-device',
  decide: signIn => decideSignIn(signIn, id => findSignInRow(database.sql, id), BROKER.rulesStage),
  now: () => clock.now,
  stopwatch: () => () => 1.5,
});

const context = {
  awsRequestId: 'request-1',
  invokedFunctionArn: 'arn:aws:lambda:ap-northeast-2:123456789012:function:heal7-test-iot-authorize-device',
};

const event = (clientId: string, username: string, password: string): AuthorizerEvent => ({
  protocols: ['mqtt'],
  protocolData: { mqtt: { clientId, username, password: Buffer.from(password).toString('base64') } },
});

const signIn = (id: string, secret: string) => authorize(event(id, id, secret), context);

const REFUSED = { isAuthenticated: false, policyDocuments: [] };

beforeEach(() => {
  logLines.length = 0;
});

describe('a device with its secret', () => {
  test('may connect as itself, publish to its two topics, and hear its configuration; and nothing else', async () => {
    const { id, secret, connection } = await register();
    const arn = (kind: string, name: string) => `arn:aws:iot:ap-northeast-2:123456789012:${kind}/${name}`;
    const { config } = connection.subscribe;
    expect(await signIn(id, secret)).toEqual({
      isAuthenticated: true,
      principalId: id.replaceAll('-', ''),
      disconnectAfterInSeconds: 86_400,
      refreshAfterInSeconds: 300,
      policyDocuments: [
        {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: 'iot:Connect', Resource: [arn('client', id)] },
            {
              Effect: 'Allow',
              Action: 'iot:Publish',
              Resource: [arn('topic', connection.publish.readings), arn('topic', connection.publish.status)],
            },
            { Effect: 'Allow', Action: 'iot:Subscribe', Resource: [arn('topicfilter', config)] },
            { Effect: 'Allow', Action: 'iot:Receive', Resource: [arn('topic', config)] },
          ],
        },
      ],
    });
  });

  test('is let in where its user name also names the authorizer, as IoT Core has it', async () => {
    const { id, secret } = await register();
    const named = event(id, `${id}?x-amz-customauthorizer-name=heal7_test`, secret);
    expect(await authorize(named, context)).toMatchObject({ isAuthenticated: true });
  });

  test('is let in while it is switched off: its readings are refused where they are taken', async () => {
    const { id, secret } = await register();
    await call('PATCH', `${DEVICES}/${id}`, { body: { status: 'inactive' } });
    expect(await signIn(id, secret)).toMatchObject({ isAuthenticated: true });
  });
});

describe('nobody is let in', () => {
  const last = () => JSON.parse(logLines.at(-1)!) as Record<string, unknown>;

  test('with a wrong secret, or a former one', async () => {
    const { id, secret } = await register();
    expect(await signIn(id, `${secret}x`)).toMatchObject(REFUSED);
    const { json } = await call('POST', `${DEVICES}/${id}/credential`);
    expect(await signIn(id, secret)).toMatchObject(REFUSED);
    expect(last()).toMatchObject({ refused: 'wrong_secret', refused_device_sign_ins: 1, device_sign_ins: 0 });
    expect(await signIn(id, json.secret)).toMatchObject({ isAuthenticated: true });
    expect(last()).toMatchObject({ clientId: id, refused_device_sign_ins: 0, device_sign_ins: 1 });
  });

  test('as a device that has retired', async () => {
    const { id, secret } = await register();
    await call('POST', `${DEVICES}/${id}/retirement`);
    expect(await signIn(id, secret)).toMatchObject(REFUSED);
    expect(last()).toMatchObject({ refused: 'retired_device' });
  });

  test('as another client than the device whose secret it has', async () => {
    const [one, other] = [await register(), await register()];
    expect(await authorize(event(other.id, one.id, one.secret), context)).toMatchObject(REFUSED);
    expect(last()).toMatchObject({ refused: 'not_its_client_id' });
    expect(await signIn(other.id, one.secret)).toMatchObject(REFUSED);
    expect(last()).toMatchObject({ refused: 'wrong_secret' });
  });

  test.each([
    ['an id that is none', "' or true --"],
    ['a wildcard', '*'],
    ['another spelling of an id', 'DEVICE'],
    ['a device that there is not', crypto.randomUUID()],
  ])('as %s', async (_, id) => {
    const { id: known, secret } = await register();
    expect(await signIn(id === 'DEVICE' ? known.toUpperCase() : id, secret)).toMatchObject(REFUSED);
    expect(last()).toMatchObject({ refused: 'unknown_device' });
  });

  test('without a password', async () => {
    const { id } = await register();
    const without = { protocols: ['mqtt'], protocolData: { mqtt: { clientId: id, username: id } } };
    expect(await authorize(without, context)).toMatchObject(REFUSED);
    expect(await authorize({ protocols: ['http'], protocolData: {} }, context)).toMatchObject(REFUSED);
    expect(last()).toMatchObject({ refused: 'incomplete' });
  });

  test('while nobody can tell, and the log says why without what was presented', async () => {
    const failing = authorizerFunction({
      name: 'authorize-device',
      decide: async () => {
        throw new Error('password authentication failed');
      },
    });
    await expect(failing(event('a', 'a', 'the-secret'), context)).rejects.toThrow(AuthorizerFailed);
    expect(last()).toMatchObject({ level: 'error', error: { name: 'Error' }, device_sign_ins: 0 });
    expect(logLines.join()).not.toMatch(/authentication failed|the-secret/);
  });
});

test('a sign-in’s log line has nothing that was presented but the id of a device that was let in', async () => {
  const { id, secret } = await register();
  await signIn(id, secret);
  await signIn('somebody', 'guessed');
  expect(logLines.join()).not.toMatch(new RegExp(`${secret}|somebody|guessed`));
});
