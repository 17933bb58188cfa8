import { describe, expect, test } from 'vitest';
import { insertVerification } from '../../../functions/users/accounts/verifications/store.ts';
import type { VerificationPurpose } from '../../../functions/users/accounts/verifications/verification.ts';
import type { Contact } from '../../../functions/users/contact.ts';
import { newSecretToken } from '../../../functions/users/secret-token.ts';
import { meFunction, PASSWORD } from './me-function.ts';

const { database, clock, encryption, functionWith, member, sent } = await meFunction();

/** A code that was sent to the contact. */
async function codeOf({ kind, value }: Contact, purpose: VerificationPurpose = 'contact-change') {
  const verification = newSecretToken();
  const contactHash = await encryption.blindIndex.of(kind, value);
  await insertVerification(database.sql, { verification, code: '123456', purpose, contactHash }, clock.now);
  return { verification, code: '123456' };
}

const phone: Contact = { kind: 'phone', value: '+821012345678' };
const email = (value: string): Contact => ({ kind: 'email', value });
const CONTACT = '/v1/me/contact';

describe('a contact', () => {
  test('is replaced by one that the user has proved to have', async () => {
    const { call } = await member();
    const proof = { password: PASSWORD };
    const changed = {
      contact: { email: 'New@Example.com' },
      verification: await codeOf(email('new@example.com')),
      proof,
    };
    expect(await call('PUT', CONTACT, { body: changed })).toMatchObject({ status: 204 });
    expect((await call('GET', '/v1/me')).json).toMatchObject({ email: 'new@example.com', phoneNumber: null });

    const added = { contact: { phone: '010-1234-5678' }, verification: await codeOf(phone), proof };
    expect(await call('PUT', CONTACT, { body: added })).toMatchObject({ status: 204 });
    expect((await call('GET', '/v1/me')).json).toMatchObject({
      email: 'new@example.com',
      phoneNumber: '+821012345678',
    });
    // A code is good once.
    expect(await call('PUT', CONTACT, { body: changed })).toMatchObject({
      status: 403,
      json: { code: 'verification_refused' },
    });
  });

  test('is replaced without a password by who has the one before', async () => {
    const own = await member();
    const contact = email(`other-${own.email}`);
    const body = {
      contact: { email: contact.value },
      verification: await codeOf(contact),
      proof: { verification: await codeOf(email(own.email)) },
    };
    expect(await own.call('PUT', CONTACT, { body })).toMatchObject({ status: 204 });
    expect((await own.call('GET', '/v1/me')).json.email).toBe(contact.value);
  });

  test('that was replaced is told, or the other one where none was; that it cannot be told changes nothing', async () => {
    const own = await member();
    const proof = { password: PASSWORD };
    const first = email(`first-${own.email}`);
    sent.length = 0;
    const change = async (contact: Contact, call = own.call) =>
      call('PUT', CONTACT, {
        body: {
          contact: contact.kind === 'email' ? { email: contact.value } : { phone: contact.value },
          verification: await codeOf(contact),
          proof,
        },
      });
    expect(await change(first)).toMatchObject({ status: 204 });
    const added: Contact = { kind: 'phone', value: '+821055556666' };
    expect(await change(added)).toMatchObject({ status: 204 });
    expect(sent.map(({ to, channel, template }) => [to, channel, template])).toEqual([
      [own.email, 'email', 'contact-changed'],
      [first.value, 'email', 'contact-changed'],
    ]);

    const unsent = own.through(
      functionWith({
        messenger: {
          send: async () => {
            throw new Error('nobody answers');
          },
        },
      }),
    );
    const second = email(`second-${own.email}`);
    expect(await change(second, unsent)).toMatchObject({ status: 204 });
    expect((await own.call('GET', '/v1/me')).json.email).toBe(second.value);
  });

  test('stays as it is without both proofs, and is never that of somebody else', async () => {
    const [own, other] = [await member(), await member()];
    const contact = email(`wanted-${own.email}`);
    const asked = { contact: { email: contact.value } };
    const proof = { password: PASSWORD };
    for (const [body, status, code] of [
      [
        { ...asked, verification: await codeOf(contact), proof: { password: 'a guess of somebody' } },
        403,
        'password_refused',
      ],
      [{ ...asked, verification: await codeOf(contact, 'log-in'), proof }, 403, 'verification_refused'],
      [{ ...asked, verification: await codeOf(email(own.email)), proof }, 403, 'verification_refused'],
      [
        { contact: { email: other.email }, verification: await codeOf(email(other.email)), proof },
        409,
        'account_exists',
      ],
    ] as const) {
      expect(await own.call('PUT', CONTACT, { body })).toMatchObject({ status, json: { code } });
    }
    expect((await own.call('GET', '/v1/me')).json.email).toBe(own.email);
  });
});
