import { expect, test } from 'vitest';
import { loggableError } from '../../../../platform/observability/loggable-error.ts';

const personal = '홍길동';

test('an error is logged by class, code and frames, never by message', () => {
  const error = Object.assign(new TypeError(`${personal}\n    at ${personal} (x.ts:1:1)`), { code: 'ECODE' });
  const logged = loggableError(error);
  expect(logged).toMatchObject({ name: 'TypeError', code: 'ECODE' });
  expect(logged.frames.length).toBeGreaterThan(0);
  expect(logged.frames[0]).toContain('loggable-error.test.ts');
  expect(JSON.stringify(logged)).not.toContain(personal);
});

test('causes are followed, but not for ever', () => {
  const error = new Error('a', { cause: new RangeError(personal) });
  expect(loggableError(error).cause).toMatchObject({ name: 'RangeError' });
  const loop = new Error('loop');
  loop.cause = loop;
  expect(JSON.stringify(loggableError(loop)).match(/"name"/g)).toHaveLength(4);
});

test('a code that is not one of ours to give is not logged', () => {
  expect(loggableError(Object.assign(new Error('x'), { code: { name: personal } }))).not.toHaveProperty('code');
});

test('what is no error is logged by its type alone', () => {
  expect(loggableError(personal)).toEqual({ name: 'string', frames: [] });
});
