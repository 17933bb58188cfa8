import { isIP } from 'node:net';
import * as z from 'zod';
import { environment } from '../config/environment.ts';
import type { FieldKind } from '../errors/field-kind.ts';
import { isPublicAddress } from './public-address.ts';

/** Whom we may send to at the word of others: the internet by HTTPS, or whatever there is: on one machine alone. */
export type Targets = 'public' | 'any';

const settings = environment(z.object({ HEAL7_WEBHOOK_TARGETS: z.enum(['public', 'any']).default('public') }));

export function targetsOfEnvironment(): Targets {
  return settings().HEAL7_WEBHOOK_TARGETS;
}

const invalidUrl = {
  code: 'invalid_url',
  detail: {
    ko: '올바른 URL이 아닙니다. #이 있는 주소도 쓸 수 없습니다.',
    en: 'Not a URL, or one with a fragment.',
  },
} as const satisfies FieldKind;

const notHttps = {
  code: 'not_https',
  detail: { ko: 'https:// 주소만 쓸 수 있습니다.', en: 'Only https:// addresses can be used.' },
} as const satisfies FieldKind;

const credentialsInUrl = {
  code: 'credentials_in_url',
  detail: {
    ko: '주소에 사용자 이름이나 비밀번호를 넣을 수 없습니다.',
    en: 'No user name or password in the address.',
  },
} as const satisfies FieldKind;

const privateAddress = {
  code: 'private_address',
  detail: { ko: '인터넷에서 닿을 수 있는 주소여야 합니다.', en: 'It has to be an address of the internet.' },
} as const satisfies FieldKind;

/** Why an address may be refused. */
export const targetFaults = [invalidUrl, notHttps, credentialsInUrl, privateAddress] as const;

/** What is wrong with an address. */
export type TargetFault = (typeof targetFaults)[number];

/** What of an address can be told before its name is looked up; the rest is told at each connection (`post.ts`). */
export function targetFault(text: string, targets: Targets): TargetFault | undefined {
  if (!URL.canParse(text)) return invalidUrl;
  const { protocol, username, password, hostname, hash } = new URL(text);
  if (hash !== '') return invalidUrl;
  if (username !== '' || password !== '') return credentialsInUrl;
  if (protocol !== 'https:' && !(targets === 'any' && protocol === 'http:')) return notHttps;
  const literal = hostname.replace(/^\[(.*)\]$/, '$1');
  return targets === 'public' && isIP(literal) !== 0 && !isPublicAddress(literal) ? privateAddress : undefined;
}
