import type * as z from 'zod';
import type { FieldKind } from '../errors/field-kind.ts';
import type { FieldCode } from '../errors/field-messages.ts';
import type { ProblemKind } from '../errors/problem-kind.ts';
import type { IdempotencyRule } from '../idempotency/idempotency-key.ts';
import type { AccessRule, Auth } from './access-rule.ts';
import type { Bilingual } from './language.ts';

type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Where a request carries data, each part with its schema. Absent parts must be absent. */
export interface RequestSchemas {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
}

/**
 * How an answer may be kept.
 * `deterministic`: the same request gives the same bytes until a release: strong ETag, cacheable;
 * `immutable`: the same bytes for ever, as the path holds a version;
 * `none`: `no-store`.
 */
export type Freshness = 'deterministic' | 'immutable' | 'none';

/** What a caller may meet: a code of a field, why one may be refused, or a kind of problem. */
type OperationError = FieldCode | FieldKind | ProblemKind;

/**
 * The contract of one operation: it drives validation, types, the OpenAPI document,
 * the deployed route and the local route.
 */
export interface Operation<
  Request extends RequestSchemas = RequestSchemas,
  Body extends z.ZodType = z.ZodType,
  Access extends Auth = Auth,
> extends AccessRule {
  /** OpenAPI operationId; stable. */
  readonly id: string;
  readonly method: HttpMethod;
  /** API Gateway's form: `/v1/manse/days/{date}`. */
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: Bilingual;
  readonly description?: string;
  readonly auth: Access;
  /** Of a write: whether it takes an `Idempotency-Key`, under which it is carried out once (`writeRoute`). */
  readonly idempotency?: IdempotencyRule;
  /**
   * What is answered where a request comes again under its key. `kept`, unless said: the same. `current`: what there is by then,
   * read again; of an answer with a user's data in it, nothing else is kept but the `id`
   * (docs/adr/0072-what-is-held-when-it-is-given.md).
   */
  readonly replay?: 'kept' | 'current';
  readonly request: Request;
  readonly response: {
    /** With 204 there is no body: its schema is `z.undefined()`. */
    readonly status: 200 | 201 | 202 | 204;
    readonly description: string;
    /** Where it is given, the handler's text or bytes are sent as they are; else its value as JSON. */
    readonly contentType?: string;
    readonly body: Body;
    readonly freshness: Freshness;
    /** Headers every such response has, in lower case. */
    readonly headers?: Readonly<Record<string, string>>;
  };
  /**
   * What a caller may meet beyond what every operation has: why a field may be refused (under 400 `invalid_request`),
   * and kinds of problem.
   */
  readonly errors: readonly OperationError[];
  /** Not part of the API (the reference page and its parts): left out of the OpenAPI document. */
  readonly undocumented?: true;
  readonly examples?: {
    /** Named request bodies, shown in the reference page. */
    readonly requests?: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;
    /** Named answers, made by the code that answers: they are as long as they are, and never out of date. */
    readonly responses?: Readonly<Record<string, { readonly summary: string; answer(): unknown }>>;
  };
}

/** The kinds of problem among an operation's errors. */
export function problemKindsOf({ errors }: Pick<Operation, 'errors'>): readonly ProblemKind[] {
  return errors.filter(isProblemKind);
}

/** Why fields of an operation may be refused, beside what is so of every operation. */
export function fieldKindsOf({ errors }: Pick<Operation, 'errors'>): readonly (FieldCode | FieldKind)[] {
  return errors.filter((error): error is FieldCode | FieldKind => !isProblemKind(error));
}

function isProblemKind(error: OperationError): error is ProblemKind {
  return typeof error !== 'string' && 'status' in error;
}

/** Keeps the literal types of a contract. */
export function operation<
  const Request extends RequestSchemas,
  const Body extends z.ZodType,
  const Access extends Auth,
>(contract: Operation<Request, Body, Access>): Operation<Request, Body, Access> {
  return contract;
}

/** The parsed input of an operation's handler: `params`, `query` and `body` as its schemas give them. */
export type InputOf<O extends Operation> = {
  readonly [Part in keyof O['request']]: O['request'][Part] extends z.ZodType ? z.output<O['request'][Part]> : never;
};

/** What an operation's handler returns: the response schema's input, parsed before it is sent. */
export type OutputOf<O extends Operation> = Answer<O['response']['body']>;

/** What may be answered under a schema. */
export type Answer<Schema extends z.ZodType> = Immutable<z.input<Schema>>;

/** The same shape with nothing in it to be written to: answers may be made of shared, frozen parts. */
type Immutable<T> = T extends object ? { readonly [Key in keyof T]: Immutable<T[Key]> } : T;
