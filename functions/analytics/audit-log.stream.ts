import { consumerFunction } from '../../platform/events/consumer-function.ts';
import { auditLog } from './audit-log/consumer.ts';

export const handler = consumerFunction(auditLog);
