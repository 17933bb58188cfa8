import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { DomainError } from '../errors/domain-error.ts';
import { type FieldIssue, InvalidRequest, MOST_ISSUES } from '../errors/field-issue.ts';
import { pathBelow } from '../errors/field-path.ts';
import { malformedJson, payloadTooLarge, unsupportedMediaType } from '../errors/kinds.ts';

/** Larger bodies are refused: 100 births take some 20 kB. */
export const MOST_BODY_BYTES = 256 * 1024;

/** `application/json` or `application/…+json`, in UTF-8 if it says so. */
const JSON_TYPE = /^application\/(?:[\w!#$&^.-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?(?:;\s*)?$/i;

const utf8 = new TextDecoder('utf-8', { fatal: true });

export interface JsonBody {
  /** Undefined where the request has no body. */
  readonly value: unknown;
  readonly issues: readonly FieldIssue[];
}

/**
 * Reads a request's JSON body.
 * @throws DomainError `payload_too_large`, `unsupported_media_type`, `malformed_json`.
 * @throws InvalidRequest where a hundred of its values and names are no text
 */
export function readJsonBody(event: APIGatewayProxyEventV2): JsonBody {
  const { body } = event;
  if (body === undefined || body === '') return { value: undefined, issues: [] };
  refuseTooLarge(body, event.isBase64Encoded);
  refuseEncoded(event.headers['content-encoding']);
  const type = event.headers['content-type'];
  if (type !== 'application/json' && (type === undefined || !JSON_TYPE.test(type))) {
    throw new DomainError(unsupportedMediaType);
  }
  const text = decoded(body, event.isBase64Encoded);
  const value = parsed(text);
  // What JSON.parse lets through can only be written with an escape, or by its name.
  const suspect = text.includes('\\u') || text.includes('__proto__');
  return { value, issues: suspect ? cleaned(value) : [] };
}

function refuseTooLarge(body: string, base64: boolean): void {
  const { length } = body;
  // UTF-8 takes at most three bytes a UTF-16 unit: short bodies need no count.
  if (!base64 && length * 3 <= MOST_BODY_BYTES) return;
  const bytes = base64 ? (length * 3) / 4 - 2 : Buffer.byteLength(body);
  if (bytes > MOST_BODY_BYTES) throw new DomainError(payloadTooLarge, { limit: MOST_BODY_BYTES });
}

/** RFC 9110 (8.4, 15.5.16): what is compressed is no JSON yet, and the answer says that only `identity` is taken. */
function refuseEncoded(encoding: string | undefined): void {
  if (encoding === undefined || encoding.trim().toLowerCase() === 'identity') return;
  throw new DomainError(unsupportedMediaType, { contentEncoding: encoding }, { 'accept-encoding': 'identity' });
}

function decoded(body: string, base64: boolean): string {
  if (base64) {
    try {
      return utf8.decode(Buffer.from(body, 'base64'));
    } catch {
      throw new DomainError(malformedJson);
    }
  }
  if (!body.isWellFormed()) throw new DomainError(malformedJson);
  // RFC 8259 (8.1) lets a reader pass over a byte order mark; the decoder above does too.
  return body.startsWith('\uFEFF') ? body.slice(1) : body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /at position (\d+)/.exec((error as Error).message)?.[1];
    throw new DomainError(malformedJson, position === undefined ? {} : { position: Number(position) });
  }
}

/**
 * Names what is no text (in values and in names) and `__proto__`, and takes the latter out, so that nothing that
 * copies the value can be polluted. Iterative: JSON may be nested deeper than the stack. What has a hundred faults is looked at
 * no further.
 */
function cleaned(root: unknown): readonly FieldIssue[] {
  const issues: FieldIssue[] = [];
  const tell = (path: string, code: string) => {
    issues.push({ in: 'body', path, code });
    if (issues.length === MOST_ISSUES) throw new InvalidRequest(issues);
  };
  const pending: { readonly value: unknown; readonly path: string }[] = [{ value: root, path: '' }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path } = next;
    if (typeof value === 'string') {
      if (!isText(value)) tell(path, 'invalid_text');
    } else if (typeof value === 'object' && value !== null) {
      for (const key of Object.keys(value)) {
        const at = pathBelow(path, key);
        if (key === '__proto__') {
          tell(at, 'unknown_field');
          delete (value as Record<string, unknown>)[key];
        } else if (!isText(key)) {
          tell(at.toWellFormed().replaceAll('\0', '\u{FFFD}'), 'invalid_text');
          delete (value as Record<string, unknown>)[key];
        } else {
          pending.push({ value: (value as Record<string, unknown>)[key], path: at });
        }
      }
    }
  }
  return issues;
}

/** A lone surrogate is no character, and U+0000 is none that PostgreSQL keeps in a text. */
function isText(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0');
}
