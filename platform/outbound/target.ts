import { isIP } from 'node:net';
import * as z from 'zod';
import { environment } from '../config/environment.ts';
import { isPublicAddress } from './public-address.ts';

/** Whom we may send to at the word of others: the internet by HTTPS, or whatever there is: on one machine alone. */
export type Targets = 'public' | 'any';

const settings = environment(z.object({ HEAL7_WEBHOOK_TARGETS: z.enum(['public', 'any']).default('public') }));

export function targetsOfEnvironment(): Targets {
  return settings().HEAL7_WEBHOOK_TARGETS;
}

/** What is wrong with an address. */
export type TargetFault = 'invalid_url' | 'not_https' | 'credentials_in_url' | 'private_address';

/** What of an address can be told before its name is looked up; the rest is told at each connection (`post.ts`). */
export function targetFault(text: string, targets: Targets): TargetFault | undefined {
  if (!URL.canParse(text)) return 'invalid_url';
  const { protocol, username, password, hostname, hash } = new URL(text);
  if (hash !== '') return 'invalid_url';
  if (username !== '' || password !== '') return 'credentials_in_url';
  if (protocol !== 'https:' && !(targets === 'any' && protocol === 'http:')) return 'not_https';
  const literal = hostname.replace(/^\[(.*)\]$/, '$1');
  return targets === 'public' && isIP(literal) !== 0 && !isPublicAddress(literal) ? 'private_address' : undefined;
}
