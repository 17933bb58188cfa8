import {
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type * as z from 'zod';
import { documentsTableOfEnvironment, type Table } from '../dynamodb/client.ts';
import { DomainError } from '../errors/domain-error.ts';
import { cursorAfter, idOfCursor } from './cursor.ts';
import { fromItem, type Item, seconds, toItem } from './item.ts';
import { documentConflict } from './kinds.ts';

/** A kind of document. Its schema parses what is written and what is read, and gives JSON that it takes again. */
export interface Collection<Content> {
  /** Kebab case, stable: `device-profiles`. */
  readonly name: string;
  readonly schema: z.ZodType<Content>;
}

export interface Document<Content> {
  /** Unique in its collection. Random in its first part (a UUID), so that a busy collection spreads. */
  readonly id: string;
  /** Opaque, another after every write: never seen before, so that a document made anew is not taken for the one before. */
  readonly version: string;
  readonly content: Content;
  /** When it is gone, in whole seconds; never without. */
  readonly expiresAt?: Date;
}

/** Some documents of a collection by id, and where the next begin; the last page has no cursor. */
interface Page<Content> {
  readonly documents: readonly Document<Content>[];
  readonly cursor?: string;
}

interface ListOptions {
  /** Documents on a page, 1 to 100. */
  readonly limit: number;
  /** Of the page before. */
  readonly cursor?: string;
  /** Only ids that begin with it: those of one owner, where ids are `owner/…`. */
  readonly prefix?: string;
}

/** Flexible documents on DynamoDB. Reads see every write that was acknowledged before them. */
export interface Documents {
  get<Content>(collection: Collection<Content>, id: string): Promise<Document<Content> | undefined>;
  /** @throws DomainError `document_conflict` where there is one with that id; `document_too_large` */
  create<Content>(
    collection: Collection<Content>,
    id: string,
    content: Content,
    expiresAt?: Date,
  ): Promise<Document<Content>>;
  /** @throws DomainError `document_conflict` where it has another version or is gone; `document_too_large` */
  replace<Content>(
    collection: Collection<Content>,
    id: string,
    expectedVersion: string,
    content: Content,
    expiresAt?: Date,
  ): Promise<Document<Content>>;
  /**
   * One that is gone already counts as deleted: a retry after a lost answer finds it so.
   * @throws DomainError `document_conflict` where it has another version
   */
  delete(collection: Collection<unknown>, id: string, expectedVersion: string): Promise<void>;
  /** @throws InvalidRequest where the cursor is of no such list */
  list<Content>(collection: Collection<Content>, options: ListOptions): Promise<Page<Content>>;
}

export interface DocumentsDependencies {
  readonly table: Table;
  now(): Date;
  newId(): string;
}

export function createDocuments({ table, now, newId }: DocumentsDependencies): Documents {
  const { client, name: TableName } = table;

  async function find(collection: string, id: string): Promise<Item | undefined> {
    const Key = { collection: { S: collection }, id: { S: id } };
    const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    return Item;
  }

  function expired(item: Item): boolean {
    return item.expires_at !== undefined && Number(item.expires_at.N) <= seconds(now());
  }

  /** Writes where `condition` holds for what is there. */
  async function write<Content>(
    collection: Collection<Content>,
    id: string,
    content: Content,
    expiresAt: Date | undefined,
    condition: Pick<PutItemCommandInput, 'ConditionExpression' | 'ExpressionAttributeValues'>,
  ): Promise<Document<Content>> {
    const document = {
      id,
      version: newId(),
      content: collection.schema.parse(content),
      ...(expiresAt !== undefined && { expiresAt: new Date(seconds(expiresAt) * 1000) }),
    };
    const Item = toItem(collection, document);
    try {
      await client.send(new PutItemCommand({ TableName, Item, ...condition }));
    } catch (error) {
      if (!refused(error)) throw error;
      // The client tries again where an answer was lost: it may be our own write that is in the way.
      const there = await find(collection.name, id);
      if (there?.version?.S !== document.version) throw new DomainError(documentConflict);
    }
    return document;
  }

  return {
    async get(collection, id) {
      const item = await find(collection.name, id);
      return item === undefined || expired(item) ? undefined : fromItem(collection, item);
    },

    create(collection, id, content, expiresAt) {
      return write(collection, id, content, expiresAt, {
        ConditionExpression: 'attribute_not_exists(version) OR expires_at <= :now',
        ExpressionAttributeValues: { ':now': { N: String(seconds(now())) } },
      });
    },

    replace(collection, id, expectedVersion, content, expiresAt) {
      return write(collection, id, content, expiresAt, {
        ConditionExpression: 'version = :expected AND (attribute_not_exists(expires_at) OR expires_at > :now)',
        ExpressionAttributeValues: { ':expected': { S: expectedVersion }, ':now': { N: String(seconds(now())) } },
      });
    },

    async delete(collection, id, expectedVersion) {
      const Key = { collection: { S: collection.name }, id: { S: id } };
      const condition = {
        ConditionExpression: 'attribute_not_exists(version) OR version = :expected',
        ExpressionAttributeValues: { ':expected': { S: expectedVersion } },
      };
      try {
        await client.send(new DeleteItemCommand({ TableName, Key, ...condition }));
      } catch (error) {
        throw refused(error) ? new DomainError(documentConflict) : error;
      }
    },

    async list<Content>(collection: Collection<Content>, { limit, cursor, prefix = '' }: ListOptions) {
      const found: Item[] = [];
      let after = cursor === undefined ? undefined : idOfCursor(cursor, prefix);
      // One more than asked tells whether there are more. DynamoDB may give fewer: it looks at 1 MB at most, and what has
      // expired is left out.
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName,
            ConsistentRead: true,
            // "collection" is a word of DynamoDB's own.
            KeyConditionExpression: prefix === '' ? '#c = :c' : '#c = :c AND begins_with(id, :prefix)',
            FilterExpression: 'attribute_not_exists(expires_at) OR expires_at > :now',
            ExpressionAttributeNames: { '#c': 'collection' },
            ExpressionAttributeValues: {
              ':c': { S: collection.name },
              ':now': { N: String(seconds(now())) },
              ...(prefix !== '' && { ':prefix': { S: prefix } }),
            },
            Limit: limit + 1 - found.length,
            ...(after !== undefined && { ExclusiveStartKey: { collection: { S: collection.name }, id: { S: after } } }),
          }),
        );
        found.push(...Items);
        after = LastEvaluatedKey?.id?.S;
      } while (after !== undefined && found.length <= limit);
      const documents = found.slice(0, limit).map(item => fromItem(collection, item));
      return { documents, ...(found.length > limit && { cursor: cursorAfter(documents.at(-1)!.id) }) };
    },
  };
}

/** The documents of the functions' environment. */
export function documentsFromEnvironment(): Documents {
  return createDocuments({
    table: documentsTableOfEnvironment(),
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
  });
}

function refused(error: unknown): boolean {
  return (error as Error).name === 'ConditionalCheckFailedException';
}
