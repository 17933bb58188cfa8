import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { type Lookup, post } from '../../../platform/outbound/post.ts';
import { rawReceiver } from './raw-receiver.ts';

/** Longer than any answer takes, and short enough to be waited for. */
const TIMEOUT_MS = 400;

/** Far over the time that was given: what is not known by then never will be. */
const NEVER_MS = 5_000;

function outcomeAt(url: string, timeoutMs: number, others: { readonly lookup?: Lookup } = {}) {
  const targets = others.lookup === undefined ? 'any' : 'public';
  const posted = post(url, { headers: {}, body: '{}', timeoutMs, targets, ...others });
  return Promise.race([posted, new Promise(resolve => setTimeout(resolve, NEVER_MS, 'never known').unref())]);
}

const saying =
  (text: string) =>
  (socket: Socket): void => {
    socket.write(text);
  };

const ending =
  (text: string) =>
  (socket: Socket): void => {
    socket.end(text);
  };

/** Says it again for as long as it is taken. */
const repeating =
  (first: string, text: string) =>
  (socket: Socket): void => {
    socket.write(first);
    const timer = setInterval(() => socket.write(text), 10);
    socket.on('close', () => clearInterval(timer));
  };

/** As fast as it is taken. */
const flooding =
  (text: string) =>
  (socket: Socket): void => {
    const send = () => {
      while (!socket.destroyed && socket.write(text));
    };
    socket.on('drain', send);
    send();
  };

const SWITCHING = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n';

describe('a receiver that changes the protocol', () => {
  test.each([
    ['and waits', saying(SWITCHING)],
    ['and speaks it', saying(SWITCHING + 'other '.repeat(20_000))],
    ['and hangs up', ending(SWITCHING)],
    ['after an informational answer', saying(`HTTP/1.1 100 Continue\r\n\r\n${SWITCHING}`)],
    ['without saying to which', saying('HTTP/1.1 101 Switching Protocols\r\n\r\n')],
  ])('%s has answered with 101, which is an error', async (_, answer) => {
    expect(await outcomeAt(await rawReceiver(answer), 10_000)).toEqual({ outcome: 'http_error', status: 101 });
  });

  test('is hung up on', async () => {
    const closed = Promise.withResolvers<void>();
    const url = await rawReceiver(socket => {
      socket.on('close', () => closed.resolve());
      socket.write(SWITCHING);
    });
    await outcomeAt(url, 10_000);
    await closed.promise;
  });
});

describe('the time is up for a receiver', () => {
  test.each([
    ['that says nothing', () => {}],
    ['that stops within the head of its answer', saying('HTTP/1.1 200 OK\r\nServer: x')],
    ['whose headers come one by one without end', repeating('HTTP/1.1 200 OK\r\n', 'x: y\r\n')],
    ['that gives informational answers alone', repeating('', 'HTTP/1.1 103 Early Hints\r\n\r\n')],
    ['that floods with informational answers', flooding('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(5_000))],
    ['whose only answer is an unknown informational one', saying('HTTP/1.1 199 Wait\r\n\r\n')],
  ])('%s', async (_, answer) => {
    expect(await outcomeAt(await rawReceiver(answer), TIMEOUT_MS)).toEqual({ outcome: 'timed_out', status: null });
  });

  test('whose name is looked up without end', async () => {
    const lookup: Lookup = () => {};
    expect(await outcomeAt('https://hooks.example.com/', TIMEOUT_MS, { lookup })).toEqual({
      outcome: 'timed_out',
      status: null,
    });
  });
});

test.each([
  ['hangs up without an answer', ending('')],
  ['hangs up within the head of its answer', ending('HTTP/1.1 200 OK\r\nServer: x')],
  ['hangs up after an informational answer', ending('HTTP/1.1 100 Continue\r\n\r\n')],
  ['speaks something else', saying('220 mail.example.com ESMTP\r\n')],
  ['has a head of 100,000 bytes', saying(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(20_000)}`)],
])('one that %s is not connected', async (_, answer) => {
  expect(await outcomeAt(await rawReceiver(answer), 10_000)).toEqual({ outcome: 'not_connected', status: null });
});
