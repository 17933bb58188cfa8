import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Database, Transaction } from '../db/database.ts';
import { readIdempotencyKey } from '../idempotency/idempotency-key.ts';
import { once } from '../idempotency/once.ts';
import type { Seal } from '../idempotency/stored-answer.ts';
import type { Answer } from './answer.ts';
import type { Exchange } from './exchange.ts';
import type { InputOf, Operation, OutputOf } from './operation.ts';
import type { RequestContext } from './request-context.ts';
import { contractOf, type Route, routeKey } from './route.ts';

/**
 * What answers an operation that writes, in one open transaction: it commits when the handler has returned and rolls back
 * when it throws. It may run more than once (`Database.transaction`), and has no effect outside of `tx`.
 */
export type WriteHandler<O extends Operation> = (
  input: InputOf<O>,
  context: RequestContext,
  tx: Transaction,
) => Promise<OutputOf<O>>;

export interface WriteDependencies {
  readonly database: Database;
  /** Names who asks: keys of one caller mean nothing to another. */
  readonly caller: (exchange: Exchange) => string | Promise<string>;
  /** Seals kept answers. */
  readonly seal: Seal;
}

/**
 * Binds an operation that writes to its handler. Where its contract takes an `Idempotency-Key` and the request has one, it
 * is carried out once under the key.
 */
export function writeRoute<const O extends Operation>(
  operation: O,
  { database, caller, seal }: WriteDependencies,
  handler: WriteHandler<O>,
): Route {
  const { idempotency, request } = operation;
  const { readInput, answerOf } = contractOf(operation);
  const route = routeKey(operation);

  return {
    key: route,
    request,
    async answer(exchange) {
      const { event } = exchange;
      const sent = idempotency && readIdempotencyKey(event.headers['idempotency-key'], idempotency);
      const input = readInput(exchange, sent?.issues);
      const key = sent?.value;
      const write = async (tx: Transaction) => answerOf(await handler(input, exchange, tx));
      if (key === undefined) return database.transaction(write);

      const scope = { caller: await caller(exchange), route, key };
      const keyed = { scope, hash: requestHash(event), now: exchange.now() };
      return database.transaction(tx => once(tx, keyed, seal, async () => withLanguage(await write(tx), exchange)));
    },
  };
}

/** Of the address and the body as they were sent: a client that tries again sends the same bytes. */
function requestHash({ rawPath, rawQueryString, body = '', isBase64Encoded }: APIGatewayProxyEventV2): string {
  return createHash('sha256')
    .update(`${rawPath}?${rawQueryString}\n`)
    .update(body, isBase64Encoded ? 'base64' : 'utf8')
    .digest('hex');
}

/** Says in the answer itself which language its words are in: given again, nothing else would. */
function withLanguage(answer: Answer, { languageUsed }: Exchange): Answer {
  return languageUsed === undefined
    ? answer
    : { ...answer, headers: { ...answer.headers, 'content-language': languageUsed } };
}
