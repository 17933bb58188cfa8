import { consumerFunction } from '../../platform/events/consumer-function.ts';
import { warehouseFeed } from './warehouse-feed/consumer.ts';

export const handler = consumerFunction(warehouseFeed);
