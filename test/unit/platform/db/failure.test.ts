import { expect, test } from 'vitest';
import { failureOf } from '../../../../platform/db/failure.ts';

/** As the server's refusals come out of the driver. */
const refusal = (code: string) => Object.assign(new Error('refused'), { name: 'PostgresError', code });
/** As the driver gives the error of a socket to the statement it ended. */
const socketError = (code: string) => Object.assign(new Error('lost'), { code, query: 'select 1' });

test.each([
  ['a serialization failure', refusal('40001'), 'conflict'],
  ['a deadlock', refusal('40P01'), 'conflict'],
  ['an administrator who ends the session', refusal('57P01'), 'lost'],
  ['a crash of another session', refusal('57P02'), 'lost'],
  ['a server that starts', refusal('57P03'), 'lost'],
  ['too many connections', refusal('53300'), 'lost'],
  ['a protocol that broke off', refusal('08P01'), 'lost'],
  ['a connection that closed', Object.assign(new Error(), { code: 'CONNECTION_CLOSED' }), 'lost'],
  ['a server that does not answer', Object.assign(new Error(), { code: 'CONNECT_TIMEOUT' }), 'lost'],
  ['a port without a server', socketError('ECONNREFUSED'), 'lost'],
  ['a name that moves', socketError('ENOTFOUND'), 'lost'],
  ['a disk that is full', refusal('53100'), 'full'],
  ['a server without memory', refusal('53200'), 'full'],
  ['a database that we closed', Object.assign(new Error(), { code: 'CONNECTION_ENDED' }), 'final'],
  ['a statement that took too long', refusal('57014'), 'final'],
  ['a transaction that idled too long', refusal('25P03'), 'final'],
  ['a row that is there', refusal('23505'), 'final'],
  ['another connection of the work', Object.assign(new Error(), { code: 'ECONNREFUSED' }), 'final'],
  ['what is no error', 'CONNECTION_CLOSED', 'final'],
])('%s is %3$s', (_, error, failure) => {
  expect(failureOf(error)).toBe(failure);
});
