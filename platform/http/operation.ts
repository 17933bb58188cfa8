import type * as z from 'zod';
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
   * What a caller may meet beyond what every operation has: codes of fields (under 400 `invalid_request`),
   * and kinds of problem.
   */
  readonly errors: readonly (string | ProblemKind)[];
  /** Not part of the API (the reference page and its parts): left out of the OpenAPI document. */
  readonly undocumented?: true;
  readonly examples?: {
    /** Named request bodies, shown in the reference page. */
    readonly requests?: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;
    /** Named answers, made by the code that answers: they are as long as they are, and never out of date. */
    readonly responses?: Readonly<Record<string, { readonly summary: string; answer(): unknown }>>;
  };
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
