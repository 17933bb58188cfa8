import { consumerFunction } from '../../platform/events/consumer-function.ts';
import { userActivity } from './user-activity/consumer.ts';

export const handler = consumerFunction(userActivity);
