import { expect, test } from 'vitest';
import { webhookSecrets } from '../../../../../functions/iot/webhooks/secrets.ts';
import { secretText, signedHeaders } from '../../../../../functions/iot/webhooks/signature.ts';
import { localBlindIndex } from '../../../../../platform/encryption/blind-index.ts';

/** The example that libraries of Standard Webhooks are tested with. */
const EXAMPLE = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  at: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
};
const SECRET = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');

test('a message is signed as Standard Webhooks has it', () => {
  expect(signedHeaders(EXAMPLE, [SECRET])).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
  expect(secretText(SECRET)).toBe('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
});

test('while a secret takes over from another, both sign', () => {
  const other = Buffer.from('another');
  const signature = (secrets: readonly Uint8Array[]) => signedHeaders(EXAMPLE, secrets)['webhook-signature'];
  expect(signature([other, SECRET])).toBe(`${signature([other])} ${signature([SECRET])}`);
});

test('a secret is another for each webhook, each version and each key, and asked for once', async () => {
  let asked = 0;
  const counting = (key: string) => {
    const index = localBlindIndex(Buffer.alloc(32, key));
    return webhookSecrets({
      of(...named) {
        asked++;
        return index.of(...named);
      },
    });
  };
  const secrets = counting('a');
  const [first, second, third] = await Promise.all([secrets.of('one', 1), secrets.of('one', 2), secrets.of('two', 1)]);
  const other = await counting('b').of('one', 1);
  expect(new Set([first, second, third, other].map(secret => Buffer.from(secret!).toString('hex'))).size).toBe(4);
  expect(first).toHaveLength(32);
  expect(await secrets.of('one', 1)).toEqual(first);
  expect(asked).toBe(4);
});

test('a secret that could not be asked for is asked for again', async () => {
  let away = true;
  const secrets = webhookSecrets({
    of: async () => {
      if (away) throw new Error('away');
      return Buffer.alloc(32);
    },
  });
  await expect(secrets.of('one', 1)).rejects.toThrow('away');
  away = false;
  await expect(secrets.of('one', 1)).resolves.toHaveLength(32);
});
