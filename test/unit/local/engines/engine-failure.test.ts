import { expect, test } from 'vitest';
import { EngineError } from '../../../../local/engines/engine-error.ts';
import { engineFailure } from '../../../../local/engines/engine-failure.ts';
import { ConfigurationError } from '../../../../platform/config/environment.ts';

const withCode = (message: string, more: object) => Object.assign(new Error(message), more);

test.each([
  [
    'a full disk, as the system says it',
    withCode('ENOSPC: no space left on device, write', { code: 'ENOSPC', path: '/d/keys/x' }),
    'The disk that /d/keys/x is on is full (ENOSPC). Make room and start again: what was stored is there.',
  ],
  [
    'a full disk, as LevelDB says it in a cause',
    new Error('Database failed to open', { cause: withCode('IO error: 000005.log: No space left on device', {}) }),
    'The disk that /d is on is full (No space left). Make room and start again: what was stored is there.',
  ],
  [
    'a full disk, as PostgreSQL says it',
    withCode('could not extend file "base/5/1"', { name: 'PostgresError', code: '53100' }),
    'The disk that /d is on is full (53100). Make room and start again: what was stored is there.',
  ],
  [
    'a file of another user',
    withCode("EACCES: permission denied, open '/d/lock.json'", { code: 'EACCES', path: '/d/lock.json' }),
    '/d/lock.json may not be read and written by you (EACCES): another user has started HEAL7 here. ' +
      'Start it as that user, make the files yours (sudo chown -R), or keep your data elsewhere: HEAL7_DATA=/another/folder npm start',
  ],
  [
    'anything else',
    new Error('Corruption: 3 missing files;\n  e.g.: 000005.ldb', { cause: withCode('bad', { code: 'LEVEL_X' }) }),
    'DynamoDB did not start on /d: Corruption: 3 missing files; e.g.: 000005.ldb: LEVEL_X bad. ' +
      'Put back what was there from a copy of your data, or begin with data elsewhere: HEAL7_DATA=/another/folder npm start',
  ],
])('%s is told with what to do', (_, error, message) => {
  const failure = engineFailure('DynamoDB', '/d', error);
  expect(failure).toBeInstanceOf(EngineError);
  expect(failure.message).toBe(message);
  expect(failure.cause).toBe(error);
});

test.each([
  ['what says itself what to do', new EngineError('Do this.')],
  ['a setting', new ConfigurationError([{ variable: 'PORT', message: 'must be a number' }])],
  ['a mistake of ours', new TypeError('x is not a function')],
])('%s stays as it is', (_, error) => {
  expect(engineFailure('DynamoDB', '/d', error)).toBe(error);
});
