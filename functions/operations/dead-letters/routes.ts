import type { Database } from '../../../platform/db/database.ts';
import { databaseFromEnvironment } from '../../../platform/db/environment.ts';
import { type Put, putIntoStreams } from '../../../platform/events/resend-dead-letters.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import { discardDeadLetter, getDeadLetter, listDeadLetters, redeliverDeadLetter } from './contract.ts';
import { discardDeadLetterHandler } from './discard.http.ts';
import { getDeadLetterHandler } from './get.http.ts';
import { listDeadLettersHandler } from './list.http.ts';
import { redeliverDeadLetterHandler } from './redeliver.http.ts';

/** `deadLetterOperations` at work: a file of its own, with all that it takes, for whoever asks for one of them. */
export function deadLetterRoutes(dependencies: { readonly database: Database; readonly put: Put }): readonly Route[] {
  return [
    route(listDeadLetters, listDeadLettersHandler(dependencies)),
    route(getDeadLetter, getDeadLetterHandler(dependencies)),
    route(redeliverDeadLetter, redeliverDeadLetterHandler(dependencies)),
    route(discardDeadLetter, discardDeadLetterHandler(dependencies)),
  ];
}

/** @throws ConfigurationError where the environment names no database */
export function deadLetterRoutesFromEnvironment(): readonly Route[] {
  return deadLetterRoutes({ database: databaseFromEnvironment(), put: putIntoStreams });
}
