import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { insertVerification } from '../../../functions/users/accounts/verifications/store.ts';
import type { VerificationPurpose } from '../../../functions/users/accounts/verifications/verification.ts';
import { CONSENT_VERSIONS } from '../../../functions/users/consents/consent.ts';
import { newSecretToken } from '../../../functions/users/secret-token.ts';
import type { Database } from '../../../platform/db/database.ts';
import { isHeldUp } from '../held-up.ts';
import { type Member, meFunction, PASSWORD } from './me-function.ts';

const { database, owner, clock, dependencies, encryption, functionWith, member } = await meFunction();

const codeOf = async (email: string, purpose: VerificationPurpose) => {
  const verification = newSecretToken();
  const contactHash = await encryption.blindIndex.of('email', email);
  await insertVerification(database.sql, { verification, code: '123456', purpose, contactHash }, clock.now);
  return { verification, code: '123456' };
};

const changeContact = async ({ email }: Member, proof: object) => {
  const next = `new-${email}`;
  return { contact: { email: next }, verification: await codeOf(next, 'contact-change'), proof };
};

const accountOf = async ({ userId }: Member) => {
  const [row] = await owner.sql`select account_status, email_hash from users where id = ${userId}`;
  return row;
};

describe('a password that is replaced after it was compared', () => {
  /** Where the password becomes another between its comparison and what it proves. */
  const replacing = ({ userId, through }: Member) =>
    through(
      functionWith({
        passwords: {
          async verify(password, stored) {
            const compared = await dependencies.passwords.verify(password, stored);
            await owner.sql`update users set password_hash = ${stored!.replace(/.$/, '_')} where id = ${userId}`;
            return compared;
          },
        },
      }),
    );

  test('changes no contact', async () => {
    const own = await member();
    const before = await accountOf(own);
    const body = await changeContact(own, { password: PASSWORD });
    expect(await replacing(own)('PUT', '/v1/me/contact', { body })).toMatchObject({
      status: 403,
      json: { code: 'password_refused' },
    });
    expect(await accountOf(own)).toEqual(before);
  });

  test('erases nothing', async () => {
    const own = await member();
    const before = await accountOf(own);
    const refused = await replacing(own)('DELETE', '/v1/me', { body: { password: PASSWORD } });
    expect(refused).toMatchObject({ status: 403, json: { code: 'password_refused' } });
    expect(await accountOf(own)).toEqual(before);
  });
});

test.each([
  [
    'changes no contact',
    'contact-change',
    async (own: Member, verification: object) => ({
      method: 'PUT' as const,
      path: '/v1/me/contact',
      body: await changeContact(own, { verification }),
    }),
  ],
  [
    'erases nothing',
    'erasure',
    async (_: Member, verification: object) => ({
      method: 'DELETE' as const,
      path: '/v1/me',
      body: { verification },
    }),
  ],
] as const)('a code to a contact that is replaced while it is used %s', async (_, purpose, sending) => {
  const own = await member();
  const { method, path, body } = await sending(own, await codeOf(own.email, purpose));
  const other = randomBytes(32);
  let sent: ReturnType<Member['call']> | undefined;
  await owner.transaction(async tx => {
    await tx`update users set email_hash = ${other} where id = ${own.userId}`;
    sent = own.call(method, path, { body });
    await isHeldUp(owner, 'for update');
  });
  expect(await sent).toMatchObject({ status: 403, json: { code: 'verification_refused' } });
  expect(await accountOf(own)).toEqual({ account_status: 'active', email_hash: other });
});

describe('what changes the account’s own row is done at the first attempt, however much comes at once', () => {
  /** The database, with how often the work of its transactions ran: more than once only after a deadlock. */
  function counting() {
    const counted = { transactions: 0, runs: 0 };
    const transaction: Database['transaction'] = (work, options) => {
      counted.transactions++;
      return database.transaction(tx => {
        counted.runs++;
        return work(tx);
      }, options);
    };
    return { counted, call: functionWith({ database: { ...database, transaction } }) };
  }

  test('consents', async () => {
    const own = await member();
    const { counted, call } = counting();
    const body = { version: CONSENT_VERSIONS.marketing };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => own.through(call)('PUT', '/v1/me/consents/marketing', { body })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(counted).toEqual({ transactions: 8, runs: 8 });
  });

  test('changes of contact', async () => {
    const own = await member();
    const { counted, call } = counting();
    const bodies = await Promise.all(Array.from({ length: 5 }, () => changeContact(own, { password: PASSWORD })));
    const answers = await Promise.all(bodies.map(body => own.through(call)('PUT', '/v1/me/contact', { body })));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(204));
    expect(counted).toEqual({ transactions: 5, runs: 5 });
  });
});
