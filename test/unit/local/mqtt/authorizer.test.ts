import { expect, test } from 'vitest';
import { AuthorizerUnusable, createAuthorizer } from '../../../../local/mqtt/authorizer.ts';
import type { AuthorizerEvent, AuthorizerHandler } from '../../../../platform/mqtt/authorizer-function.ts';
import { devicePolicy, policyPlaceOf } from '../../../../platform/mqtt/device-policy.ts';

const presented = { clientId: 'd1', userName: 'd1', password: Buffer.from('secret') };

const admitting: AuthorizerHandler = async (_event, { invokedFunctionArn }) => ({
  isAuthenticated: true,
  principalId: 'd1',
  disconnectAfterInSeconds: 86_400,
  refreshAfterInSeconds: 300,
  policyDocuments: [
    devicePolicy(policyPlaceOf(invokedFunctionArn), { clientId: 'd1', publish: ['t'], subscribe: ['t'] }),
  ],
});

const authorizerOf = (handler: AuthorizerHandler, timeoutSeconds = 5) =>
  createAuthorizer({ name: 'authorize', handler, timeoutSeconds, now: () => 1_000 });

/** An authorizer whose answer differs in something. */
const answering = (changes: object) =>
  authorizerOf(
    async (...args) => ({ ...(await admitting(...args)), ...changes }) as Awaited<ReturnType<AuthorizerHandler>>,
  );

test('the authorizer is asked with the event of IoT Core, and its policy is for this account', async () => {
  const events: AuthorizerEvent[] = [];
  const authorizer = authorizerOf((event, context) => {
    events.push(event);
    return admitting(event, context);
  });
  const admission = await authorizer(presented);
  expect(events[0]).toMatchObject({
    protocols: ['mqtt'],
    protocolData: { mqtt: { clientId: 'd1', username: 'd1', password: Buffer.from('secret').toString('base64') } },
  });
  expect(admission).toMatchObject({ refreshAt: 301_000, disconnectAt: 86_401_000 });
  expect(admission!.policy.allows('iot:Publish', 'topic/t')).toBe(true);
});

test('who presents nothing is asked about with nothing', async () => {
  const events: AuthorizerEvent[] = [];
  const authorizer = authorizerOf((event, context) => {
    events.push(event);
    return admitting(event, context);
  });
  await authorizer({ clientId: 'd1', userName: undefined, password: undefined });
  expect(events[0]!.protocolData.mqtt).toEqual({ clientId: 'd1' });
});

test('who is not let in gets no policy', async () => {
  expect(await answering({ isAuthenticated: false })(presented)).toBeUndefined();
});

test('a policy may be a text, as IoT Core also takes it', async () => {
  const document = devicePolicy(policyPlaceOf('arn:aws:lambda:ap-northeast-2:000000000000:function:f'), {
    clientId: 'd1',
    publish: ['other'],
    subscribe: ['t'],
  });
  const admission = await answering({ policyDocuments: [JSON.stringify(document)] })(presented);
  expect(admission!.policy.allows('iot:Publish', 'topic/other')).toBe(true);
});

test.each<[string, object]>([
  ['a principal with hyphens', { principalId: 'd-1' }],
  ['a refresh below five minutes', { refreshAfterInSeconds: 299 }],
  ['a connection of more than a day', { disconnectAfterInSeconds: 86_401 }],
  ['a policy of 2,049 characters', { policyDocuments: [{ Version: '2012-10-17', Statement: 'x'.repeat(2_100) }] }],
  ['no policies', { policyDocuments: undefined }],
])('an answer with %s is unusable, as it is there', async (_what, changes) => {
  await expect(answering(changes)(presented)).rejects.toThrow(AuthorizerUnusable);
});

test('an authorizer that throws, or takes too long, lets nobody in', async () => {
  const throwing = authorizerOf(() => Promise.reject(new TypeError('database away')));
  await expect(throwing(presented)).rejects.toThrow(TypeError);
  const silent = authorizerOf(() => new Promise(() => {}), 0.001);
  await expect(silent(presented)).rejects.toThrow(AuthorizerUnusable);
});
