import { expect, test } from 'vitest';
import { createReadiness } from '../../../../functions/operations/health/ready.http.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import type { RequestContext } from '../../../../platform/http/request-context.ts';

const context = {} as RequestContext;
const fails = (name: string) => ({ name, run: () => Promise.reject(new Error('down')) });
const throws = (name: string) => ({
  name,
  run: () => {
    throw new Error('down');
  },
});

test('it is ready when every check passes', async () => {
  const ready = createReadiness({
    checks: [
      { name: 'a', run: () => {} },
      { name: 'b', run: async () => {} },
    ],
  });
  await expect(ready({}, context)).resolves.toEqual({ status: 'ready', checks: ['a', 'b'] });
});

test('it names every check that fails, at once or later', async () => {
  const ready = createReadiness({ checks: [fails('a'), { name: 'b', run: () => {} }, throws('c')] });
  const error = await Promise.resolve(ready({}, context)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DomainError);
  expect(error).toMatchObject({ kind: { status: 503, code: 'not_ready' }, facts: { failing: 'a, c' } });
});
