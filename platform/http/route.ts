import * as z from 'zod';
import { type FieldIssue, InvalidRequest, type RequestPart } from '../errors/field-issue.ts';
import { checkPart } from '../errors/schema-issues.ts';
import type { Caller } from '../tokens/caller.ts';
import type { AccessRule, CallerOf } from './access-rule.ts';
import type { Answer } from './answer.ts';
import { ContractViolation } from './contract-violation.ts';
import type { Exchange } from './exchange.ts';
import { readJsonBody } from './json-body.ts';
import type { InputOf, Operation, OutputOf, RequestSchemas } from './operation.ts';
import { readQuery } from './query.ts';
import type { RequestContext } from './request-context.ts';

/** What answers one operation. */
export type Handler<O extends Operation> = (
  input: InputOf<O>,
  context: RequestContext<CallerOf<O>>,
) => OutputOf<O> | Promise<OutputOf<O>>;

/** An operation with its handler, types rubbed off. */
export interface Route {
  /** API Gateway's route key: `GET /v1/manse/days/{date}`; `$default` for what no route matches. */
  readonly key: string;
  /** The contract's request, to say in which part a field came. */
  readonly request: RequestSchemas;
  /** Held before `answer` is called (`httpFunction`). */
  readonly access: AccessRule;
  answer(exchange: Exchange): Answer | Promise<Answer>;
}

/** Binds an operation to its handler: input is validated before, output after. */
export function route<const O extends Operation>(operation: O, handler: Handler<O>): Route {
  const { readInput, answerOf } = contractOf(operation);
  return {
    key: routeKey(operation),
    request: operation.request,
    access: operation,
    answer(exchange) {
      const output = handler(readInput(exchange), contextOf<O>(exchange));
      return output instanceof Promise ? output.then(answerOf) : answerOf(output);
    },
  };
}

/** The exchange as the handler of the operation sees it: the caller is of the kind that its rule has let through. */
export function contextOf<const O extends Operation>(exchange: Exchange): RequestContext<CallerOf<O>> {
  return exchange as RequestContext<Caller> as RequestContext<CallerOf<O>>;
}

export function routeKey({ method, path }: Operation): string {
  return `${method} ${path}`;
}

/** A contract at work. */
interface ContractOf<O extends Operation> {
  /**
   * The parsed parts of a request.
   * @throws InvalidRequest naming every field that is wrong, those already found too; what the body's reader throws.
   */
  readInput(exchange: Exchange, found?: readonly FieldIssue[]): InputOf<O>;
  /** @throws ContractViolation. */
  answerOf(output: OutputOf<O>): Answer;
}

export function contractOf<const O extends Operation>(operation: O): ContractOf<O> {
  const schemas = compiledOnce(operation);
  const { status, freshness, headers, contentType } = operation.response;
  // What is one caller's may be kept by nobody.
  if (operation.auth !== 'none' && freshness !== 'none') throw new TypeError(`${operation.id}: freshness must be none`);
  return {
    readInput: (exchange, found = []) => readInput(schemas(), exchange, found) as InputOf<O>,
    answerOf(output) {
      const sent = schemas().output.safeParse(output);
      if (!sent.success) throw new ContractViolation(operation.id, sent.error);
      if (status === 204) return { status, body: '', freshness, headers };
      return contentType === undefined
        ? { status, contentType: 'application/json', body: JSON.stringify(sent.data), freshness, headers }
        : { status, contentType, body: sent.data as string | Uint8Array, freshness, headers };
    },
  };
}

interface CompiledSchemas {
  readonly params: z.ZodType | undefined;
  readonly query: z.ZodType;
  readonly body: z.ZodType | undefined;
  readonly output: z.ZodType;
}

const noParameters = z.strictObject({});

/**
 * The schemas as generated code (a day of the calendar is checked in 1 µs instead of 4), made at the route's first
 * request, some milliseconds for all: a cold function makes only those it needs.
 */
function compiledOnce({ request, response }: Operation): () => CompiledSchemas {
  let compiled: CompiledSchemas | undefined;
  return () => {
    compiled ??= {
      params: request.params && z.compile(request.params),
      query: z.compile(request.query ?? noParameters),
      body: request.body && z.compile(request.body),
      output: z.compile(response.body),
    };
    return compiled;
  };
}

function readInput(
  schemas: CompiledSchemas,
  { event }: Exchange,
  found: readonly FieldIssue[],
): Readonly<Record<string, unknown>> {
  const issues: FieldIssue[] = [...found];
  const input: Record<string, unknown> = {};
  const check = (name: string, schema: z.ZodType, value: unknown, part: RequestPart, known: readonly FieldIssue[]) => {
    const checked = checkPart(schema, value, part);
    if ('value' in checked) input[name] = checked.value;
    const found = 'issues' in checked ? withoutConfusing(checked.issues, known) : [];
    for (const issue of [...known, ...found]) issues.push(issue);
  };

  if (schemas.params !== undefined) check('params', schemas.params, event.pathParameters ?? {}, 'path', []);
  const query = readQuery(event.rawQueryString);
  check('query', schemas.query, query.value, 'query', query.issues);
  if (schemas.body !== undefined) {
    const body = readJsonBody(event);
    check('body', schemas.body, body.value, 'body', body.issues);
  }
  if (issues.length > 0) throw new InvalidRequest(issues);
  return input;
}

const UNREADABLE: ReadonlySet<string> = new Set(['invalid_text', 'invalid_encoding', 'duplicate']);

/** Text that cannot be read has one fault: what its schema says of it would only confuse. */
function withoutConfusing(issues: readonly FieldIssue[], known: readonly FieldIssue[]): readonly FieldIssue[] {
  const unreadable = new Set(known.filter(({ code }) => UNREADABLE.has(code)).map(({ path }) => path));
  return unreadable.size === 0 ? issues : issues.filter(({ path }) => !unreadable.has(path));
}
