import { randomInt, timingSafeEqual } from 'node:crypto';
import { derivedSecret } from '../../secret-token.ts';

/** What a code is for: one sent for one thing does no other. */
export const verificationPurposes = [
  'sign-up',
  'guardian',
  'log-in',
  'password-reset',
  'contact-change',
  'erasure',
] as const;

export type VerificationPurpose = (typeof verificationPurposes)[number];

export const CODE_MINUTES = 10;

/** Codes that may be tried against one verification: a guess hits one time in 200,000. */
export const MOST_ATTEMPTS = 5;

const DIGITS = 6;

export function newCode(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
}

/** What is kept of a code: hashed with the verification's own secret, which only whoever asked for the code has. */
export function codeHash(verification: string, code: string): Uint8Array {
  return derivedSecret(verification, `code ${code}`);
}

export function isCode(verification: string, code: string, hash: Uint8Array): boolean {
  return timingSafeEqual(codeHash(verification, code), hash);
}
