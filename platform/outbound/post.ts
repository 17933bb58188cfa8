import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isPublicAddress } from './public-address.ts';
import { type Targets, targetFault } from './target.ts';

/** What became of a message. Codes, to be counted by; nothing that the other side has said. */
type PostOutcome =
  | 'delivered'
  /** Answered with 4xx or 5xx, or with another protocol (101) than was asked for. */
  | 'http_error'
  /** 410: it wants no more. */
  | 'gone'
  /** Answered with 3xx, which is not followed: it would lead past what was checked. */
  | 'redirected'
  | 'timed_out'
  /** Its name leads, now, to an address that is not public. */
  | 'refused_address'
  | 'unresolved'
  | 'not_connected'
  /** Its certificate is not to be trusted. */
  | 'not_trusted';

export interface Posted {
  readonly outcome: PostOutcome;
  /** Of HTTP, where there was an answer. */
  readonly status: number | null;
}

/** Looks up all addresses of a name. */
export type Lookup = (
  hostname: string,
  options: LookupOptions & { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface PostOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For all of it: name, connection, answer. */
  readonly timeoutMs: number;
  readonly targets: Targets;
  readonly lookup?: Lookup;
}

class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

/**
 * Posts to an address that somebody else has given. Connects to nothing but what was looked up and checked in the same step, so
 * that a name that leads elsewhere the next moment (DNS rebinding) leads nowhere; follows no redirect; reads nothing but the
 * status. Never throws.
 */
export function post(address: string, options: PostOptions): Promise<Posted> {
  const { headers, body, timeoutMs, targets, lookup = systemLookup } = options;
  const fault = targetFault(address, targets);
  if (fault !== undefined) return Promise.resolve({ outcome: 'refused_address', status: null });
  const url = new URL(address);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise(resolve => {
    const request = send(url, {
      method: 'POST',
      // A connection of its own: one that is kept would not be looked up again.
      agent: false,
      headers: { ...headers, 'content-length': Buffer.byteLength(body).toString() },
      signal: AbortSignal.timeout(timeoutMs),
      ...(targets === 'public' && { lookup: guarded(lookup) }),
    });
    request.on('response', response => {
      const status = response.statusCode ?? 0;
      response.on('error', () => {});
      response.destroy();
      resolve({ outcome: outcomeOf(status), status });
    });
    // Without this, node ends a connection that changes its protocol, and tells nobody but by 'close'.
    request.on('upgrade', ({ statusCode = 0 }, socket) => {
      socket.destroy();
      resolve({ outcome: outcomeOf(statusCode), status: statusCode });
    });
    request.on('error', error => resolve({ outcome: failureOf(error as NodeJS.ErrnoException), status: null }));
    // After any of the above; alone where none of them came. So there always is an outcome.
    request.on('close', () => resolve({ outcome: 'not_connected', status: null }));
    request.end(body);
  });
}

/** Gives addresses only where all of them are public. */
function guarded(lookup: Lookup) {
  return (
    hostname: string,
    options: LookupOptions,
    callback: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void,
  ): void => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) {
        return callback(new RefusedAddress(), []);
      }
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

function outcomeOf(status: number): PostOutcome {
  if (status >= 200 && status < 300) return 'delivered';
  if (status === 410) return 'gone';
  return status >= 300 && status < 400 ? 'redirected' : 'http_error';
}

/** Of certificates and of the handshake. */
const OF_TRUST = /^(?:CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/;

function failureOf(error: NodeJS.ErrnoException): PostOutcome {
  if (error instanceof RefusedAddress) return 'refused_address';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timed_out';
  const code = error.code ?? '';
  if (code === 'ENOTFOUND' || code.startsWith('EAI_')) return 'unresolved';
  return OF_TRUST.test(code) ? 'not_trusted' : 'not_connected';
}
