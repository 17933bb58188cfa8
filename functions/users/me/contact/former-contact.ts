import type { Messenger } from '../../../../platform/messenger/messenger.ts';
import type { readProfile } from '../profile/profile.ts';

type Profile = Awaited<ReturnType<typeof readProfile>>;

/**
 * Tells the user where they were reached until now: the contact that was replaced, or, where one was only added, the other.
 * Whoever got into an account cannot then take it over unseen.
 * @throws DomainError `message_not_sent`
 */
export async function tellFormerContact(
  messenger: Messenger,
  { email, phoneNumber, locale }: Profile,
  changed: 'email' | 'phone',
): Promise<void> {
  const byEmail = email !== null && (changed === 'email' || phoneNumber === null);
  const to = byEmail ? email : phoneNumber;
  if (to === null) return;
  await messenger.send({
    to,
    channel: byEmail ? 'email' : 'sms',
    language: locale.startsWith('ko') ? 'ko' : 'en',
    template: 'contact-changed',
    values: {},
  });
}
