import { describe, expect, test } from 'vitest';
import { createPasswords } from '../../../../platform/passwords/password.ts';
import { createWorkQueue } from '../../../../platform/passwords/work-queue.ts';

/** The least argon2 takes: these tests are of what is around it. */
const cheap = { memory: 8, passes: 1, parallelism: 1 };
const passwords = createPasswords({ parameters: cheap });

describe('a stored password', () => {
  test('matches itself and no other, and is never stored the same way twice', async () => {
    const stored = await passwords.hash('정답은 아무도 모른다');
    expect(stored).not.toBe(await passwords.hash('정답은 아무도 모른다'));
    expect(await passwords.verify('정답은 아무도 모른다', stored)).toEqual({ matches: true, outdated: false });
    expect(await passwords.verify('정답은 아무도 모른다.', stored)).toEqual({ matches: false, outdated: false });
  });

  test('is what the reference implementation makes of it', async () => {
    const stored = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect((await passwords.verify('password', stored)).matches).toBe(true);
    expect((await passwords.verify('passwore', stored)).matches).toBe(false);
  });

  test('is outdated once the parameters have changed, but only for who knows it', async () => {
    const stored = await passwords.hash('old but good');
    const stronger = createPasswords({ parameters: { ...cheap, passes: 2 } });
    expect(await stronger.verify('old but good', stored)).toEqual({ matches: true, outdated: true });
    expect(await stronger.verify('old but bad', stored)).toEqual({ matches: false, outdated: false });
  });

  test('is today made with 19 MiB and two passes', async () => {
    expect(await createPasswords().hash('x')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  });

  test.each([
    ['there is no account', undefined],
    ['what is stored is no hash', 'password'],
  ])('never matches where %s', async (_, stored) => {
    expect(await passwords.verify('password', stored)).toEqual({ matches: false, outdated: false });
  });
});

describe('the queue', () => {
  /** Work that ends when told to. */
  function controlled() {
    const { promise, resolve } = Promise.withResolvers<void>();
    return { work: () => promise, end: resolve };
  }

  test('runs so much at once, lets so much wait, and refuses the rest with 503', async () => {
    const queue = createWorkQueue({ atOnce: 2, waiting: 1 });
    const order: string[] = [];
    const first = controlled();
    const second = controlled();
    const running = [
      queue.run(() => first.work().then(() => void order.push('first'))),
      queue.run(() => second.work().then(() => void order.push('second'))),
      queue.run(async () => void order.push('third')),
    ];
    await expect(queue.run(async () => void order.push('fourth'))).rejects.toMatchObject({
      kind: { code: 'busy', status: 503 },
      headers: { 'retry-after': '1' },
    });
    expect(order).toEqual([]);
    second.end();
    await Promise.all([running[1], running[2]]);
    expect(order).toEqual(['second', 'third']);
    first.end();
    await running[0];
    await queue.run(async () => void order.push('fifth'));
    expect(order).toEqual(['second', 'third', 'first', 'fifth']);
  });

  test('goes on after work that fails', async () => {
    const queue = createWorkQueue({ atOnce: 1, waiting: 1 });
    const failing = queue.run(() => Promise.reject(new Error('work')));
    const next = queue.run(async () => 'done');
    await expect(failing).rejects.toThrow('work');
    expect(await next).toBe('done');
    expect(await queue.run(async () => 'again')).toBe('again');
  });
});

test('as much work is done for an account that is not there', async () => {
  const work: number[] = [];
  const counted = createPasswords({ parameters: cheap, limits: { atOnce: 1, waiting: 0 } });
  // With one at once and none waiting, whoever comes while the work goes on is refused: so work is being done.
  for (const stored of [undefined, await counted.hash('known')]) {
    const verifying = counted.verify('guess', stored);
    await expect(counted.verify('guess', stored)).rejects.toMatchObject({ kind: { code: 'busy' } });
    work.push((await verifying).matches ? 1 : 0);
  }
  expect(work).toEqual([0, 0]);
});
