import * as z from 'zod';
import type { BlindIndex } from '../../platform/encryption/blind-index.ts';
import type { FieldKind } from '../../platform/errors/field-kind.ts';

/** An e-mail address or a phone by which somebody is reached and found, in the one form in which it is hashed. */
export interface Contact {
  readonly kind: 'email' | 'phone';
  /** E-mail: lower case, NFC. Phone: E.164 (`+821012345678`). */
  readonly value: string;
}

/** RFC 5321 (4.5.3.1.3): a path of 256 octets with its brackets. */
const MOST_EMAIL_BYTES = 254;

/** What stands on both sides of one @: no spaces or controls, and a dot in the domain. Whether it exists, a code tells. */
const EMAIL = /^[^\s@\p{Cc}"(),:;<>[\\\]]{1,64}@[^\s@\p{Cc}"(),:;<>[\\\]_]+\.[^\s@\p{Cc}"(),:;<>[\\\]_.]{2,}$/u;

/** As people write phones: spaces, hyphens, dots, brackets. */
const PHONE_PUNCTUATION = /[\s().\u2010-\u2015-]/g;
const E164 = /^\+[1-9]\d{7,14}$/;

const email = z
  .string()
  .max(MOST_EMAIL_BYTES * 2)
  .transform((text, context): Contact => {
    const value = text.trim().normalize('NFC').toLowerCase().normalize('NFC');
    if (EMAIL.test(value) && Buffer.byteLength(value) <= MOST_EMAIL_BYTES) return { kind: 'email', value };
    context.addIssue({ code: 'custom', params: invalidEmail });
    return z.NEVER;
  })
  // No `format: email` of JSON Schema: that is ASCII alone.
  .meta({ override: { type: 'string', maxLength: MOST_EMAIL_BYTES * 2 }, examples: ['miso@example.com'] });

const phone = z
  .string()
  .max(40)
  .transform((text, context): Contact => {
    const value = e164(text);
    if (value !== undefined) return { kind: 'phone', value };
    context.addIssue({ code: 'custom', params: invalidPhone });
    return z.NEVER;
  })
  .meta({
    override: { type: 'string', maxLength: 40 },
    description: 'A Korean number as it is dialled (010-1234-5678), or one of any country with + before it.',
    examples: ['010-1234-5678', '+821012345678'],
  });

const invalidEmail = {
  code: 'invalid_email',
  detail: {
    ko: '이메일 주소가 아닙니다. name@example.com처럼 보내 주세요.',
    en: 'This is no e-mail address. Send one such as name@example.com.',
  },
} as const satisfies FieldKind;

const invalidPhone = {
  code: 'invalid_phone',
  detail: {
    ko: '전화번호가 아닙니다. 010-1234-5678이나 +821012345678처럼 보내 주세요.',
    en: 'This is no phone number. Send one such as 010-1234-5678 or +821012345678.',
  },
} as const satisfies FieldKind;

/** Why a contact may be refused. */
export const contactErrors = [invalidEmail, invalidPhone] as const;

/** `{ "email": … }` or `{ "phone": … }`. */
export const contactInput = z
  .union([
    z.strictObject({ email }).transform(({ email: contact }) => contact),
    z.strictObject({ phone }).transform(({ phone: contact }) => contact),
  ])
  .meta({ id: 'ContactInput', description: 'An e-mail address or a phone.' });

/**
 * A phone as E.164; undefined for what is none. A number that begins with 0 is Korean, and loses it: 010-… is +82 10 ….
 */
function e164(text: string): string | undefined {
  const digits = text.trim().normalize('NFKC').replaceAll(PHONE_PUNCTUATION, '');
  const international = digits.startsWith('00') ? `+${digits.slice(2)}` : digits.replace(/^0(?=[1-9])/, '+82');
  // +82 010-…, as it is often written: the 0 is for calls within Korea.
  const value = international.replace(/^\+820/, '+82');
  return E164.test(value) ? value : undefined;
}

/** What the contact is found by: 32 bytes. */
export function contactHash(blindIndex: BlindIndex, { kind, value }: Contact): Promise<Uint8Array> {
  return blindIndex.of(kind, value);
}
