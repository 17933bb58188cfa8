import { jobFunction } from '../../platform/jobs/job-function.ts';
import { publisherOfEnvironment } from '../../platform/mqtt/publisher.ts';
import { pushWaitingConfigs } from './devices/push-waiting-configs.ts';

export const handler = jobFunction({ name: 'push-device-configs', run: pushWaitingConfigs(publisherOfEnvironment) });
