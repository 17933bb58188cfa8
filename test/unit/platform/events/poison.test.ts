import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../../../platform/config/environment.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { databaseUnavailable, invalidRequest, outcomeUnknown, timedOut } from '../../../../platform/errors/kinds.ts';
import { Fault, isOfTheRecord } from '../../../../platform/events/poison.ts';

const withCode = (name: string, code: string) => Object.assign(new Error('said'), { name, code });

describe('an error is the record’s', () => {
  test.each<[string, unknown]>([
    ['a constraint', withCode('PostgresError', '23514')],
    ['a value that does not fit', withCode('PostgresError', '22003')],
    ['what a function raised', withCode('PostgresError', 'P0001')],
    ['a row too large for its index', withCode('PostgresError', '54000')],
    ['a mistake in the code', new TypeError('said')],
    ['a refusal', new DomainError(invalidRequest)],
    ['a mistake told by Node.js', withCode('TypeError', 'ERR_INVALID_ARG_TYPE')],
    ['what is no error', 'text'],
  ])('for %s', (_, error) => expect(isOfTheRecord(error)).toBe(true));
});

describe('an error is ours', () => {
  test.each<[string, unknown]>([
    ['a deadlock', withCode('PostgresError', '40P01')],
    ['a shutdown', withCode('PostgresError', '57P01')],
    ['a statement that took too long', withCode('PostgresError', '57014')],
    ['a table that is not there yet', withCode('PostgresError', '42P01')],
    ['a right that is missing', withCode('PostgresError', '42501')],
    ['a full disk', withCode('PostgresError', '53100')],
    ['a server that does not write', withCode('PostgresError', '25006')],
    ['a transaction that had failed', withCode('PostgresError', '25P02')],
    ['a corrupt page', withCode('PostgresError', 'XX001')],
    ['a connection that was closed', withCode('Error', 'CONNECTION_CLOSED')],
    ['a database that we closed', withCode('Error', 'CONNECTION_ENDED')],
    ['a refused connection', withCode('Error', 'ECONNREFUSED')],
    ['what AWS answered', Object.assign(new Error('said'), { $metadata: {} })],
    ['the database away', new DomainError(databaseUnavailable)],
    ['an outcome that is not known', new DomainError(outcomeUnknown)],
    ['time that was up', new DomainError(timedOut)],
    ['settings', new ConfigurationError([])],
    ['what our own code found wrong with us', new Fault()],
  ])('for %s', (_, error) => expect(isOfTheRecord(error)).toBe(false));
});
