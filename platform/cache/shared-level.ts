import {
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Table } from '../dynamodb/client.ts';
import type { CacheKey } from './keys.ts';

/** A value as the shared level keeps it. */
export interface StoredValue {
  /** JSON, or what a codec made of it. */
  readonly text: string;
  /** Those of its tags, read before its computation began. */
  readonly versions: string;
  /** Milliseconds since 1970, at a whole second. */
  readonly expiresAt: number;
}

/** What the shared level knows of a key at one time. */
export interface SharedState {
  /** Of all the key's tags in one text; undefined where a tag has none. */
  readonly versions: string | undefined;
  readonly value: StoredValue | undefined;
}

/**
 * The level that all processes share (L2): values, and a version for each tag.
 *
 * A version is a random id that never was before. So two readings of a version that are equal say that no invalidation of
 * that tag was completed between them; and a tag whose item was lost (expired, or the whole table) gets another version,
 * under which nothing is kept: what was computed before is not valid again.
 */
export interface SharedLevel {
  /** Sees every invalidation that was completed before it. The value is left out unless wanted. */
  read(key: CacheKey, wanted: { readonly value: boolean }): Promise<SharedState>;
  /** The versions of tags, after giving one to each that has none: to be called before a computation begins. */
  versions(tags: readonly string[]): Promise<string>;
  write(name: string, value: StoredValue): Promise<void>;
  /** Gives the tags new versions. Where it throws, some of the tags may have theirs. */
  invalidate(tags: readonly string[]): Promise<void>;
}

export interface SharedLevelDependencies {
  readonly table: Table;
  /** Milliseconds that reading and writing may take in all; a reader is better off computing then. */
  readonly patienceMs: number;
  now(): Date;
  newId(): string;
}

/** A tag that was not invalidated for so long is forgotten; its values are computed once more. */
const TAG_LIFETIME_S = 7 * 24 * 3600;

/** How often a batch is asked for: DynamoDB hands back keys that it could not read when it is throttled. */
const MOST_BATCHES = 2;

export function createSharedLevel({ table, patienceMs, now, newId }: SharedLevelDependencies): SharedLevel {
  const { client, name: TableName } = table;
  const patience = () => ({ abortSignal: AbortSignal.timeout(patienceMs) });
  const tagExpiry = () => ({ N: String(Math.floor(now().getTime() / 1000) + TAG_LIFETIME_S) });

  async function items(keys: readonly string[]): Promise<ReadonlyMap<string, Item>> {
    const found = new Map<string, Item>();
    const until = patience();
    let request: BatchGetItemCommandOutput['UnprocessedKeys'] = {
      [TableName]: { Keys: keys.map(key => ({ key: { S: key } })), ConsistentRead: true },
    };
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      const answer: BatchGetItemCommandOutput = await client.send(
        new BatchGetItemCommand({ RequestItems: request }),
        until,
      );
      for (const item of answer.Responses?.[TableName] ?? []) found.set(item.key!.S!, item);
      request = answer.UnprocessedKeys;
      if (request?.[TableName] === undefined) return found;
    }
    throw new Error('DynamoDB left keys of the cache unread');
  }

  /** Of one tag, after giving it one if it has none. */
  async function version(tag: string): Promise<string> {
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName,
        Key: { key: { S: tagItem(tag) } },
        UpdateExpression: 'SET version = if_not_exists(version, :new), expires_at = if_not_exists(expires_at, :expiry)',
        ExpressionAttributeValues: { ':new': { S: newId() }, ':expiry': tagExpiry() },
        ReturnValues: 'ALL_NEW',
      }),
      patience(),
    );
    return Attributes!.version!.S!;
  }

  return {
    async read({ name, tags }, wanted) {
      const found = await items([...tags.map(tagItem), ...(wanted.value ? [valueItem(name)] : [])]);
      const versions = tags.map(tag => found.get(tagItem(tag))?.version?.S);
      const item = found.get(valueItem(name));
      return {
        versions: versions.includes(undefined) ? undefined : versions.join(' '),
        value: item && {
          text: item.content!.S!,
          versions: item.versions!.S!,
          expiresAt: Number(item.expires_at!.N) * 1000,
        },
      };
    },

    async versions(tags) {
      return (await Promise.all(tags.map(version))).join(' ');
    },

    async write(name, { text, versions, expiresAt }) {
      const Item = {
        key: { S: valueItem(name) },
        content: { S: text },
        versions: { S: versions },
        expires_at: { N: String(expiresAt / 1000) },
      };
      await client.send(new PutItemCommand({ TableName, Item }), patience());
    },

    // As patient as the client: here nothing else would do.
    async invalidate(tags) {
      const put = (tag: string) =>
        client.send(
          new PutItemCommand({
            TableName,
            Item: { key: { S: tagItem(tag) }, version: { S: newId() }, expires_at: tagExpiry() },
          }),
        );
      await Promise.all(tags.map(put));
    },
  };
}

type Item = NonNullable<BatchGetItemCommandOutput['Responses']>[string][number];

function tagItem(tag: string): string {
  return `tag:${tag}`;
}

function valueItem(name: string): string {
  return `value:${name}`;
}
