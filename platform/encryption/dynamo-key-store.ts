import {
  type AttributeValue,
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
  type ScanCommandOutput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Table } from '../dynamodb/client.ts';
import type { KeyRing, KeyStore, StoredKey } from './key-store.ts';

type Item = Record<string, AttributeValue>;
type Ring = KeyRing & { readonly erased: false };

/** Keys in DynamoDB, an item a user: its conditions need no transaction, and one write destroys all. */
export function dynamoKeyStore({ client, name: TableName }: Table): KeyStore {
  async function update(userId: string, change: Omit<UpdateItemCommandInput, 'TableName' | 'Key'>): Promise<boolean> {
    return written(client.send(new UpdateItemCommand({ TableName, Key: { user_id: { S: userId } }, ...change })));
  }

  async function* scan(FilterExpression: string): AsyncGenerator<readonly Item[]> {
    let from: Item | undefined;
    do {
      const answer: ScanCommandOutput = await client.send(
        new ScanCommand({ TableName, FilterExpression, ...(from && { ExclusiveStartKey: from }) }),
      );
      yield answer.Items ?? [];
      from = answer.LastEvaluatedKey;
    } while (from !== undefined);
  }

  return {
    async read(userId) {
      const Key = { user_id: { S: userId } };
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      return Item && ringOf(Item);
    },

    create(userId, key) {
      const Item = { user_id: { S: userId }, current_id: { S: key.id }, data_keys: { M: { [key.id]: itemOf(key) } } };
      const ConditionExpression = 'attribute_not_exists(user_id)';
      return written(client.send(new PutItemCommand({ TableName, Item, ConditionExpression })));
    },

    add(userId, key, inPlaceOf) {
      return update(userId, {
        UpdateExpression: 'SET current_id = :id, data_keys.#id = :key',
        ConditionExpression: 'current_id = :former',
        ExpressionAttributeNames: { '#id': key.id },
        ExpressionAttributeValues: { ':id': { S: key.id }, ':key': itemOf(key), ':former': { S: inPlaceOf } },
      });
    },

    replace(userId, keyId, from, to) {
      return update(userId, {
        UpdateExpression: 'SET data_keys.#id.wrapped_key = :wrapped, data_keys.#id.wrapped_by = :by',
        ConditionExpression: 'data_keys.#id.wrapped_key = :former',
        ExpressionAttributeNames: { '#id': keyId },
        ExpressionAttributeValues: {
          ':wrapped': { B: to.bytes },
          ':by': { S: to.by },
          ':former': { B: from.bytes },
        },
      });
    },

    async erase(userId, at) {
      await update(userId, {
        UpdateExpression: 'SET erased_at = if_not_exists(erased_at, :at) REMOVE data_keys, current_id',
        ExpressionAttributeValues: { ':at': { S: at.toISOString() } },
      });
    },

    async *pages() {
      for await (const items of scan('attribute_exists(data_keys)')) {
        yield items.map(item => ({ userId: item.user_id!.S!, ring: ringOf(item) as Ring }));
      }
    },

    async *erasedUsers() {
      for await (const items of scan('attribute_exists(erased_at)')) yield* items.map(item => item.user_id!.S!);
    },
  };
}

/** Whether a conditional write was made: its condition did not hold otherwise. */
async function written(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function ringOf(item: Item): KeyRing {
  if (item.erased_at !== undefined) return { erased: true };
  const keys = Object.entries(item.data_keys!.M!).map(([id, { M: key }]): [string, StoredKey] => [
    id,
    {
      id,
      wrapped: { bytes: key!.wrapped_key!.B!, by: key!.wrapped_by!.S! },
      createdAt: new Date(key!.created_at!.S!),
    },
  ]);
  return { erased: false, currentId: item.current_id!.S!, keys: new Map(keys) };
}

function itemOf({ wrapped, createdAt }: StoredKey): AttributeValue.MMember {
  return {
    M: {
      wrapped_key: { B: wrapped.bytes },
      wrapped_by: { S: wrapped.by },
      created_at: { S: createdAt.toISOString() },
    },
  };
}
