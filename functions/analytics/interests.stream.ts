import { consumerFunction } from '../../platform/events/consumer-function.ts';
import { interests } from './interests/consumer.ts';

export const handler = consumerFunction(interests);
