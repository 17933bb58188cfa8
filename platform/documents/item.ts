import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type * as z from 'zod';
import { DomainError } from '../errors/domain-error.ts';
import type { Collection, Document } from './documents.ts';
import { documentTooLarge } from './kinds.ts';

export type Item = Record<string, AttributeValue>;

/** Bytes an item may have, names of its attributes included: DynamoDB's 400 KB. */
const LARGEST_ITEM = 400 * 1024;

/** Content that is stored but does not fit its collection's schema. Names fields, never values: they may be personal. */
export class DocumentUnreadable extends Error {
  override readonly name = 'DocumentUnreadable';
  /** Collection and the first fields that differ; logged. */
  readonly code: string;

  constructor(collection: string, error: z.ZodError) {
    super('A stored document does not fit the schema of its collection');
    const fields = error.issues.slice(0, 5).map(issue => `${issue.path.map(String).join('.')}:${issue.code}`);
    this.code = `${collection} ${fields.join(' ')}`;
  }
}

/**
 * A document as it is stored. The content is one JSON text: it comes back exactly as it went in (DynamoDB's own maps refuse
 * numbers beyond 1e125 and whole ones beyond 2^53), and its size is known before it is sent.
 * @throws DomainError `document_too_large`
 */
export function toItem<Content>({ name }: Collection<Content>, document: Document<Content>): Item {
  const { id, version, content, expiresAt } = document;
  const item: Item = {
    collection: { S: name },
    id: { S: id },
    version: { S: version },
    content: { S: JSON.stringify(content) },
    ...(expiresAt !== undefined && { expires_at: { N: String(seconds(expiresAt)) } }),
  };
  const size = sizeOf(item);
  if (size > LARGEST_ITEM) throw new DomainError(documentTooLarge, { limit: LARGEST_ITEM, size });
  return item;
}

/** @throws DocumentUnreadable */
export function fromItem<Content>({ name, schema }: Collection<Content>, item: Item): Document<Content> {
  const parsed = schema.safeParse(JSON.parse(item.content!.S!));
  if (!parsed.success) throw new DocumentUnreadable(name, parsed.error);
  return {
    id: item.id!.S!,
    version: item.version!.S!,
    content: parsed.data,
    ...(item.expires_at?.N !== undefined && { expiresAt: new Date(Number(item.expires_at.N) * 1000) }),
  };
}

/** Whole seconds since 1970, as DynamoDB counts expiry: a document is there until its second begins. */
export function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

/** As DynamoDB counts it: the UTF-8 of names and texts, and for a number of up to 11 digits at most 8 bytes. */
function sizeOf(item: Item): number {
  return Object.entries(item).reduce(
    (sum, [name, { S: text }]) => sum + Buffer.byteLength(name) + (text === undefined ? 8 : Buffer.byteLength(text)),
    0,
  );
}
