import { expect, test } from 'vitest';
import { outcomeOf } from '../../../../local/streams/outcome.ts';

const sequenceNumbers = ['100', '101', '102'];
const failures = (...items: readonly unknown[]) => ({ batchItemFailures: items });

// As AWS did on 2024-10-12: localstack/localstack, snapshots of test_kinesis_report_batch_item_success_scenarios.
test.each([
  ['an empty text', ''],
  ['an empty list', []],
  ['null', null],
  ['nothing', undefined],
  ['an empty object', {}],
  ['an object that says something else', { statusCode: 200 }],
  ['an empty list of failures', failures()],
  ['null for a list of failures', { batchItemFailures: null }],
])('%s is success', (_, response) => {
  expect(outcomeOf(response, sequenceNumbers)).toEqual({ kind: 'done' });
});

// As AWS did: snapshots of test_kinesis_report_batch_item_failure_scenarios.
test.each([
  ['a number that is of no record', failures({ itemIdentifier: 123 })],
  ['the number of a record of another batch', failures({ itemIdentifier: '99' })],
  ['an empty identifier', failures({ itemIdentifier: '' })],
  ['null for an identifier', failures({ itemIdentifier: null })],
  ['a failure without an identifier', failures({ foo: '100' })],
  ['a failure that is null', failures(null)],
  ['a bad identifier beside a good one', failures({ itemIdentifier: '101' }, { itemIdentifier: '' })],
  ['failures that are no list', { batchItemFailures: '101' }],
  ['a text', 'done'],
  ['a number', 0],
])('%s fails the whole batch', (_, response) => {
  expect(outcomeOf(response, sequenceNumbers)).toEqual({ kind: 'failed' });
});

test('of several failures the lowest in the shard counts, in whatever order they come', () => {
  const response = failures({ itemIdentifier: '102' }, { itemIdentifier: '101' });
  expect(outcomeOf(response, sequenceNumbers)).toEqual({ kind: 'failed-from', index: 1 });
});
