import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Database, Transaction } from '../db/database.ts';
import { readIdempotencyKey } from '../idempotency/idempotency-key.ts';
import { markReplayed, once } from '../idempotency/once.ts';
import type { Seal } from '../idempotency/stored-answer.ts';
import type { CallerOf } from './access-rule.ts';
import type { Answer } from './answer.ts';
import type { Exchange } from './exchange.ts';
import type { InputOf, Operation, OutputOf } from './operation.ts';
import type { RequestContext } from './request-context.ts';
import { contextOf, contractOf, type Route, routeKey } from './route.ts';

/**
 * What answers an operation that writes, in one open transaction: it commits when the handler has returned and rolls back
 * when it throws. It may run more than once (`Database.transaction`), and has no effect outside of `tx`.
 */
export type WriteHandler<O extends Operation, Prepared = undefined> = (
  input: InputOf<O>,
  context: RequestContext<CallerOf<O>>,
  tx: Transaction,
  prepared: Prepared,
) => Promise<OutputOf<O>>;

/** A write with what is done outside of its transaction. */
export interface PreparedWrite<O extends Operation, Prepared> {
  /**
   * Before the transaction, which then holds no lock while it computes, asks for keys, or records who reads what (the
   * record must outlive a rollback). Also where nothing is carried out after all, since the request has been before.
   */
  prepare(input: InputOf<O>, context: RequestContext<CallerOf<O>>): Promise<Prepared>;
  /**
   * First in the transaction, before it is known whether the request has been before: holds the account, and refuses one that
   * may not do it by now.
   */
  admit?(context: RequestContext<CallerOf<O>>, tx: Transaction): Promise<void>;
  readonly write: WriteHandler<O, Prepared>;
  /**
   * After the commit and before the answer, also where it is only given again: a crash between the two is mended by whoever
   * sends the request again.
   */
  afterCommit?(prepared: Prepared, context: RequestContext<CallerOf<O>>): Promise<void>;
  /**
   * Answers a request that has been before, where the contract says `replay: 'current'`: as a reading does, with what there is of
   * what it made. Outside of a transaction, since the record of the reading has one of its own.
   * @param made the `id` of the first answer, where it had one
   */
  again?(input: InputOf<O>, context: RequestContext<CallerOf<O>>, made: MadeBy<O>): Promise<OutputOf<O>>;
}

/** What a first answer is found again by. */
type MadeBy<O extends Operation> = OutputOf<O> extends { readonly id: infer Id } ? Id : undefined;

export interface WriteDependencies {
  readonly database: Database;
  /** Names who asks: keys of one caller mean nothing to another. A user's id unless said. */
  readonly caller?: (exchange: Exchange) => string | Promise<string>;
  /** Seals kept answers. */
  readonly seal: Seal;
}

/**
 * Binds an operation that writes to its handler. Where its contract takes an `Idempotency-Key` and the request has one, it
 * is carried out once under the key.
 */
export function writeRoute<const O extends Operation>(
  operation: O,
  dependencies: WriteDependencies,
  handler: WriteHandler<O>,
): Route {
  return preparedWriteRoute(operation, dependencies, { prepare: async () => undefined, write: handler });
}

/** As `writeRoute`, for a write with more around its transaction. */
export function preparedWriteRoute<const O extends Operation, Prepared>(
  operation: O,
  { database, caller = userOf, seal }: WriteDependencies,
  { prepare, admit, write, afterCommit, again }: PreparedWrite<O, Prepared>,
): Route {
  const { id, idempotency, replay = 'kept', request } = operation;
  if ((replay === 'current') !== (again !== undefined)) throw new TypeError(`${id}: what is answered again?`);
  const { readInput, answerOf } = contractOf(operation);
  const route = routeKey(operation);

  return {
    key: route,
    request,
    access: operation,
    async answer(exchange) {
      const { event } = exchange;
      const sent = idempotency && readIdempotencyKey(event.headers['idempotency-key'], idempotency);
      const input = readInput(exchange, sent?.issues);
      const key = sent?.value;
      const context = contextOf<O>(exchange);
      const prepared = await prepare(input, context);
      const work = async (tx: Transaction) => answerOf(await write(input, context, tx, prepared));
      const keyed = key !== undefined && {
        scope: { caller: await caller(exchange), route, key },
        hash: requestHash(event),
        now: exchange.now(),
      };
      const { answer, replayed } = await database.transaction(async tx => {
        await admit?.(context, tx);
        if (!keyed) return { answer: await work(tx), replayed: false };
        return once(tx, keyed, seal, async () => withLanguage(await work(tx), exchange), again && idAlone);
      });
      await afterCommit?.(prepared, context);
      if (!replayed) return answer;
      if (again === undefined) return markReplayed(answer);
      return markReplayed(answerOf(await again(input, context, madeBy<O>(answer))));
    },
  };
}

/** An answer of which nothing is kept but what it is found again by. */
function idAlone(answer: Answer): Answer {
  return { ...answer, body: JSON.stringify({ id: madeBy(answer) }) };
}

function madeBy<O extends Operation>({ body }: Answer): MadeBy<O> {
  return (JSON.parse(body as string) as { readonly id: MadeBy<O> }).id;
}

function userOf({ caller, route }: Exchange): string {
  if (caller.kind !== 'user') throw new TypeError(`${route.key}: who asks has no name`);
  return caller.userId;
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
