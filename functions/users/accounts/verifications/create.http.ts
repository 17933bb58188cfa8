import type { Handler } from '../../../../platform/http/route.ts';
import type { TemplateName } from '../../../../platform/messenger/templates.ts';
import { tooMany } from '../../../../platform/rate-limit/limiter.ts';
import { contactHash } from '../../contact.ts';
import type { AccountsDependencies } from '../../dependencies.ts';
import { newSecretToken } from '../../secret-token.ts';
import { networkOf } from '../../sessions/network.ts';
import { accountOf } from '../store.ts';
import type { createVerification } from './contract.ts';
import { insertVerification } from './store.ts';
import { CODE_MINUTES, newCode, type VerificationPurpose } from './verification.ts';

const templates = {
  'sign-up': 'sign-up-code',
  guardian: 'guardian-code',
  'log-in': 'log-in-code',
  'password-reset': 'password-reset-code',
  'contact-change': 'contact-change-code',
  erasure: 'erasure-code',
} as const satisfies Record<VerificationPurpose, TemplateName>;

/** Codes that let somebody into an account: where there is none, the message says so. */
const OF_ACCOUNTS: ReadonlySet<VerificationPurpose> = new Set(['log-in', 'password-reset', 'erasure']);

/**
 * Sends a code. With or without an account the same is done: limits, the look-up, a row, one message of the same way; only
 * the message's words differ, which its receiver alone reads.
 */
export function createVerificationHandler(dependencies: AccountsDependencies): Handler<typeof createVerification> {
  return async ({ body: { purpose, contact } }, context) => {
    const { database, encryption, messenger, limits } = dependencies;
    const hash = await contactHash(encryption.blindIndex, contact);
    const key = Buffer.from(hash).toString('base64url');
    const network = networkOf(context.clientAddress);
    for (const [limit, counted] of [
      [limits.codesOfNetwork, network],
      [limits.codesAtOnce, `${key} ${network}`],
      [limits.codesOfContact, `${key} ${network}`],
      [limits.codesToContact, key],
    ] as const) {
      const use = await limit.consume(counted);
      if (!use.allowed) throw tooMany(use);
    }
    const account = await accountOf(database.sql, hash);
    const verification = newSecretToken();
    const code = newCode();
    const expiresAt = await insertVerification(
      database.sql,
      { verification, code, purpose, contactHash: hash },
      context.now(),
    );

    const to = {
      to: contact.value,
      channel: contact.kind === 'email' ? 'email' : 'sms',
      language: context.language,
    } as const;
    if (account === undefined && OF_ACCOUNTS.has(purpose)) {
      await messenger.send({ ...to, template: 'no-account', values: {} });
    } else {
      const values = { code, minutes: String(CODE_MINUTES) };
      await messenger.send({ ...to, template: templates[purpose], values });
    }
    return { verification, expiresAt: expiresAt.toISOString() };
  };
}
