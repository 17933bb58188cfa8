import * as z from 'zod';
import { eventType } from '../../../platform/events/event-type.ts';

const data = z.strictObject({ keyId: z.uuid() });

export const apiKeyCreated = eventType({ name: 'user.api_key_created', version: 1, data });
export const apiKeyRevoked = eventType({ name: 'user.api_key_revoked', version: 1, data });
