import { expect, test } from 'vitest';
import { topicsOfDevice } from '../../../../functions/iot/devices/device-topics.ts';
import { devicePolicy, policyPlaceOf } from '../../../../platform/mqtt/device-policy.ts';

const ID = '00000000-0000-4000-8000-000000000001';

test('the policy of a device stays within what IoT Core takes of an authorizer, in the longest of places', () => {
  const place = policyPlaceOf('arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:f');
  const { publish, subscribe } = topicsOfDevice(ID, 'a_stage_with_quite_a_long_name');
  const rights = { clientId: ID, publish: Object.values(publish), subscribe: Object.values(subscribe) };
  // https://docs.aws.amazon.com/iot/latest/developerguide/custom-auth-lambda.html: 2,048 characters a document.
  expect(JSON.stringify(devicePolicy(place, rights)).length).toBeLessThan(2_048);
});

test('has no wildcard: each resource is one client or one topic', () => {
  const place = policyPlaceOf('arn:aws:lambda:ap-northeast-2:123456789012:function:f');
  const { Statement } = devicePolicy(place, { clientId: ID, publish: ['a/b'], subscribe: ['c'] });
  const resources = Statement.flatMap(({ Resource }) => Resource);
  expect(resources).toEqual(
    [`client/${ID}`, 'topic/a/b', 'topicfilter/c', 'topic/c'].map(
      name => `arn:aws:iot:ap-northeast-2:123456789012:${name}`,
    ),
  );
  expect(resources.join()).not.toMatch(/[*?+#$]/);
});
