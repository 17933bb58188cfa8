import { randomUUID } from 'node:crypto';
import { recordConsent } from '../../functions/users/consents/store.ts';
import { encryptionFromEnvironment } from '../../platform/encryption/environment.ts';
import { passwords } from '../../platform/passwords/password.ts';
import type { Role } from '../../platform/tokens/caller.ts';
import { accessTokensFromEnvironment } from '../../platform/tokens/environment.ts';
import type { HostedPlatform } from '../integration/hosted-platform.ts';

/** A user with an open session. */
export interface Member {
  readonly userId: string;
  readonly email: string;
  readonly token: string;
}

export const PASSWORD = 'correct horse battery staple';

/** One for all: what is told here is not how slow it is. */
const passwordHash = passwords.hash(PASSWORD);

/** What signing up and in leaves behind, without the work: a new user for each case costs some milliseconds. */
export async function newMember({ owner }: HostedPlatform, role?: Role): Promise<Member> {
  const { keys, cipher, blindIndex } = encryptionFromEnvironment();
  const [userId, sessionId] = [randomUUID(), randomUUID()];
  const email = `u${userId.slice(0, 8)}@example.com`;
  await keys.create(userId);
  const sealed = await cipher.seal({ userId, table: 'users', column: 'email', rowId: userId }, email);
  const hash = await blindIndex.of('email', email);
  const password = await passwordHash;
  const now = new Date();
  await owner.transaction(async tx => {
    await tx`
      insert into users (id, email, email_hash, password_hash, nickname, privacy_consent)
      values (${userId}, ${sealed}, ${hash}, ${password}, '미소', '{}')`;
    await recordConsent(
      tx,
      { id: randomUUID(), kind: 'privacy', version: '2026-01-01', given: true },
      { userId, at: now },
    );
    if (role !== undefined && role !== 'member') {
      await tx`insert into user_roles (user_id, role, granted_at) values (${userId}, ${role}, ${now})`;
    }
  });
  await openSession({ owner }, userId, sessionId);
  const roles: Role[] = role === undefined || role === 'member' ? ['member'] : ['member', role];
  return { userId, email, token: await accessTokensFromEnvironment().issue({ userId, sessionId, roles }, now) };
}

export async function openSession({ owner }: Pick<HostedPlatform, 'owner'>, userId: string, id: string): Promise<void> {
  const now = new Date();
  await owner.sql`
    insert into sessions (id, user_id, method, device, created_at, last_used_at, expires_at)
    values (${id}, ${userId}, 'password', 'other', ${now}, ${now}, ${new Date('2099-01-01')})`;
}
