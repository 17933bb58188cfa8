import { alertTopicFromEnvironment } from '../../../platform/alert-topic/environment.ts';
import { databaseFromEnvironment } from '../../../platform/db/environment.ts';
import { blindIndexFromEnvironment } from '../../../platform/encryption/environment.ts';
import { publishingFromEnvironment } from '../../../platform/events/publishing.ts';
import { targetsOfEnvironment } from '../../../platform/outbound/target.ts';
import { webhookSecrets } from '../webhooks/secrets.ts';
import { type Attempt, attemptThrough } from './channels.ts';

let attempt: Attempt | undefined;

/** One a process, for the sake of the secrets it holds. @throws ConfigurationError naming every variable that is wrong */
export function attemptFromEnvironment(): Attempt {
  attempt ??= attemptThrough({
    secrets: webhookSecrets(blindIndexFromEnvironment()),
    targets: targetsOfEnvironment(),
    topic: alertTopicFromEnvironment(),
  });
  return attempt;
}

/** A webhook that is disabled is an event. */
export function deliveringDatabaseFromEnvironment() {
  return publishingFromEnvironment(databaseFromEnvironment());
}
