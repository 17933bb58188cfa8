import { expect, test } from 'vitest';
import { createPolicy, policyDocument } from '../../../../local/mqtt/policy.ts';
import { devicePolicy } from '../../../../platform/mqtt/device-policy.ts';

const place = { partition: 'aws', region: 'ap-northeast-2', account: '000000000000' };
const resources = 'arn:aws:iot:ap-northeast-2:000000000000:';

const policyOf = (...statements: readonly object[]) =>
  createPolicy([policyDocument.parse({ Version: '2012-10-17', Statement: statements })], resources);

test("a device's policy lets it do what is its own, and nothing else", () => {
  const rights = { clientId: 'd1', publish: ['$aws/rules/r/devices/d1/readings'], subscribe: ['devices/d1/config'] };
  const policy = createPolicy([policyDocument.parse(devicePolicy(place, rights))], resources);
  expect(policy.allows('iot:Connect', 'client/d1')).toBe(true);
  expect(policy.allows('iot:Publish', 'topic/$aws/rules/r/devices/d1/readings')).toBe(true);
  expect(policy.allows('iot:Subscribe', 'topicfilter/devices/d1/config')).toBe(true);
  expect(policy.allows('iot:Receive', 'topic/devices/d1/config')).toBe(true);

  expect(policy.allows('iot:Connect', 'client/d2')).toBe(false);
  expect(policy.allows('iot:Publish', 'topic/$aws/rules/r/devices/d2/readings')).toBe(false);
  expect(policy.allows('iot:Publish', 'topic/devices/d1/config')).toBe(false);
  expect(policy.allows('iot:RetainPublish', 'topic/$aws/rules/r/devices/d1/readings')).toBe(false);
  expect(policy.allows('iot:Subscribe', 'topicfilter/#')).toBe(false);
  expect(policy.allows('iot:Subscribe', 'topicfilter/devices/+/config')).toBe(false);
});

test("'*' is any characters and '?' one, dots and MQTT's own wildcards are themselves", () => {
  const policy = policyOf({
    Effect: 'Allow',
    Action: 'iot:*',
    Resource: [`${resources}topic/a.b/*`, `${resources}topicfilter/x?/+`],
  });
  expect(policy.allows('iot:Publish', 'topic/a.b/c/d')).toBe(true);
  expect(policy.allows('iot:Publish', 'topic/aXb/c')).toBe(false);
  expect(policy.allows('iot:Subscribe', 'topicfilter/xy/+')).toBe(true);
  expect(policy.allows('iot:Subscribe', 'topicfilter/xy/z')).toBe(false);
  expect(policy.allows('iot:Subscribe', 'topicfilter/xyz/+')).toBe(false);
});

test('what is denied is denied, whatever else allows it', () => {
  const policy = policyOf(
    { Effect: 'Allow', Action: ['iot:Publish'], Resource: '*' },
    { Effect: 'Deny', Action: 'iot:Publish', Resource: `${resources}topic/secret` },
  );
  expect(policy.allows('iot:Publish', 'topic/open')).toBe(true);
  expect(policy.allows('iot:Publish', 'topic/secret')).toBe(false);
  expect(policy.allows('iot:Receive', 'topic/open')).toBe(false);
});

test('a policy for another account or region is none for this one', () => {
  const elsewhere = resources.replace('000000000000', '111111111111');
  const policy = policyOf({ Effect: 'Allow', Action: 'iot:Publish', Resource: `${elsewhere}topic/a` });
  expect(policy.allows('iot:Publish', 'topic/a')).toBe(false);
});

test('a policy with a condition is refused: it is not evaluated here', () => {
  const statement = { Effect: 'Allow', Action: 'iot:Publish', Resource: '*', Condition: {} };
  expect(policyDocument.safeParse({ Version: '2012-10-17', Statement: [statement] }).success).toBe(false);
});
