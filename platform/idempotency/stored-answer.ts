import type { Answer } from '../http/answer.ts';

/** What is kept of a request that has been carried out. */
export interface StoredAnswer {
  /** SHA-256 of the request, in hexadecimal. */
  readonly requestHash: string;
  readonly answer: Answer;
}

/** Whose answer is kept, and under which key. */
export interface IdempotencyScope {
  /** Who asks: keys of one caller mean nothing to another. */
  readonly caller: string;
  /** The route key: `POST /v1/saju/charts`. */
  readonly route: string;
  readonly key: string;
}

/** Seals what is kept against whoever reads the database: it may be personal. Bound to its scope. */
export interface Seal {
  protect(stored: Uint8Array, scope: IdempotencyScope): Uint8Array | Promise<Uint8Array>;
  open(sealed: Uint8Array, scope: IdempotencyScope): Uint8Array | Promise<Uint8Array>;
}

/** For answers that are no one's: kept as they are. */
export const unsealed: Seal = { protect: stored => stored, open: sealed => sealed };

/** Bytes of a body stand in base64, marked. */
type Written = Omit<StoredAnswer, 'answer'> & {
  readonly answer: Omit<Answer, 'body'> & { readonly body: string; readonly base64?: true };
};

export function writeStored({ requestHash, answer }: StoredAnswer): Uint8Array {
  const { body } = answer;
  const text =
    typeof body === 'string' ? { body } : { body: Buffer.from(body).toString('base64'), base64: true as const };
  return Buffer.from(JSON.stringify({ requestHash, answer: { ...answer, ...text } } satisfies Written));
}

export function readStored(bytes: Uint8Array): StoredAnswer {
  const { requestHash, answer } = JSON.parse(Buffer.from(bytes).toString()) as Written;
  const { base64, body, ...others } = answer;
  return { requestHash, answer: { ...others, body: base64 ? Buffer.from(body, 'base64') : body } };
}
