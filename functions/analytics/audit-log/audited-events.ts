import type { RecordedEvent } from '../../../platform/events/event-store.ts';
import type { EventType } from '../../../platform/events/event-type.ts';
import { chartEvents } from '../../saju/events.ts';
import { userEvents } from '../../users/events.ts';
import { userOfEvent } from '../user-of-event.ts';

/** What an entry is about: how an account is entered and guarded, or what is kept of its user. */
type Concern = 'security' | 'data';

/** Who acts where an event does not say: the user whose it is, the expert it names, or nobody who is known. */
type Actor = 'user' | 'expert' | 'unknown';

type AuditedName = (typeof auditedEvents)[number]['name'];

/**
 * All that happens to accounts and charts. What users do in apps is in other hands: it is theirs to withdraw, and an entry
 * here stays.
 */
export const auditedEvents = [...userEvents, ...chartEvents] as const satisfies readonly EventType[];

const rules: Readonly<Record<AuditedName, { readonly concern: Concern; readonly actor: Actor }>> = {
  'user.signed_up': { concern: 'security', actor: 'user' },
  'user.identity_linked': { concern: 'security', actor: 'user' },
  'user.password_reset': { concern: 'security', actor: 'user' },
  'user.session_opened': { concern: 'security', actor: 'user' },
  // By the user, by a stolen token that came twice, or with the account.
  'user.sessions_ended': { concern: 'security', actor: 'unknown' },
  'user.refresh_token_reused': { concern: 'security', actor: 'unknown' },
  'user.api_key_created': { concern: 'security', actor: 'user' },
  'user.api_key_revoked': { concern: 'security', actor: 'user' },
  // By whoever operates the platform: the job knows no name.
  'user.role_granted': { concern: 'security', actor: 'unknown' },
  'user.role_revoked': { concern: 'security', actor: 'unknown' },
  'user.contact_changed': { concern: 'security', actor: 'user' },
  'user.profile_changed': { concern: 'data', actor: 'user' },
  'user.preferences_changed': { concern: 'data', actor: 'user' },
  'user.person_added': { concern: 'data', actor: 'user' },
  'user.person_corrected': { concern: 'data', actor: 'user' },
  'user.person_deleted': { concern: 'data', actor: 'user' },
  'user.consent_given': { concern: 'data', actor: 'user' },
  'user.consent_withdrawn': { concern: 'data', actor: 'user' },
  'user.processing_suspended': { concern: 'data', actor: 'user' },
  'user.processing_resumed': { concern: 'data', actor: 'user' },
  'user.export_requested': { concern: 'data', actor: 'user' },
  // By the user, or once more by a job after a restore.
  'user.erased': { concern: 'data', actor: 'unknown' },
  'chart.stored': { concern: 'data', actor: 'user' },
  'chart.interpreted': { concern: 'data', actor: 'user' },
  'chart.review_requested': { concern: 'data', actor: 'user' },
  'chart.review_withdrawn': { concern: 'data', actor: 'user' },
  'chart.interpretation_reviewed': { concern: 'data', actor: 'expert' },
  'chart.interpretation_rated': { concern: 'data', actor: 'user' },
};

/** An entry of the audit log. */
export interface AuditEntry {
  readonly streamId: string;
  readonly version: number;
  readonly eventType: string;
  readonly concern: Concern;
  readonly actorId: string | null;
  readonly subjectId: string | null;
  readonly requestId: string | null;
  readonly details: unknown;
  readonly occurredAt: Date;
}

/** The entry of an event. */
export function auditEntry(event: RecordedEvent<(typeof auditedEvents)[number]>): AuditEntry {
  const { streamId, version, type, data, metadata, occurredAt } = event;
  const { concern, actor } = rules[type];
  const subjectId = userOfEvent(event);
  return {
    streamId,
    version,
    eventType: type,
    concern,
    actorId: metadata.actor ?? { user: subjectId, expert: expertOf(data), unknown: null }[actor],
    subjectId,
    requestId: metadata.requestId ?? null,
    details: data,
    occurredAt,
  };
}

function expertOf(data: object): string | null {
  return (data as { readonly expertId?: string }).expertId ?? null;
}
