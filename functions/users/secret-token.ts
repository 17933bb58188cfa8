import { createHash, createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod';

/** 256 bits: nobody tries them out, so that a plain hash is enough where they are kept. */
const BYTES = 32;

/** What somebody holds to prove something: a refresh token, a known device, a verification under way. In base64url. */
export function newSecretToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What is kept of it: SHA-256. */
export function tokenHash(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

/** A secret that follows from the token, and from which it does not follow. */
export function derivedSecret(token: string, use: string): Buffer {
  return createHmac('sha256', token).update(use).digest();
}

/** A token as a caller sends it. Another text of another length is as wrong as any other token. */
export const secretTokenInput = z.string().min(1).max(200);

export const secretTokenOutput = z.string().length(43);
