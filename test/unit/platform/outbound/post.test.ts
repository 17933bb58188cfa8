import { describe, expect, test } from 'vitest';
import { type Lookup, post } from '../../../../platform/outbound/post.ts';

/** A name server that says so, one answer after another. */
function leadingTo(...answers: readonly (readonly string[])[]): Lookup & { readonly asked: string[] } {
  const asked: string[] = [];
  const lookup: Lookup = (hostname, _, callback) => {
    const addresses = answers[Math.min(asked.length, answers.length - 1)]!;
    asked.push(hostname);
    callback(
      null,
      addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return Object.assign(lookup, { asked });
}

const send = (url: string, lookup: Lookup) =>
  post(url, { headers: {}, body: '{}', timeoutMs: 2_000, targets: 'public', lookup });

describe('nothing is sent', () => {
  test.each([
    ['this machine', ['127.0.0.1']],
    ['a network of one’s own', ['10.0.0.8']],
    ['the metadata of a cloud machine', ['169.254.169.254']],
    ['this machine by IPv6', ['::1']],
    ['one public address and one that is not', ['8.8.8.8', '192.168.0.1']],
    ['nothing', []],
  ])('where a name leads to %s', async (_, addresses) => {
    const lookup = leadingTo(addresses);
    expect(await send('https://hooks.example.com/', lookup)).toEqual({ outcome: 'refused_address', status: null });
    expect(lookup.asked).toEqual(['hooks.example.com']);
  });

  test('to an address that is private as it stands, nor by HTTP: no name is looked up for it', async () => {
    const lookup = leadingTo(['8.8.8.8']);
    for (const url of [
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://0x7f000001/',
      'http://hooks.example.com/',
      'x',
    ]) {
      expect(await send(url, lookup), url).toEqual({ outcome: 'refused_address', status: null });
    }
    expect(lookup.asked).toEqual([]);
  });
});

test('a name is looked up at each message: one that leads elsewhere since leads nowhere', async () => {
  const lookup = leadingTo(['192.168.0.1'], ['10.0.0.1']);
  await send('https://hooks.example.com/', lookup);
  await send('https://hooks.example.com/', lookup);
  expect(lookup.asked).toHaveLength(2);
});

test('a name that there is not is told apart', async () => {
  const lookup: Lookup = (_, __, callback) =>
    callback(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), []);
  expect(await send('https://hooks.example.com/', lookup)).toEqual({ outcome: 'unresolved', status: null });
});
