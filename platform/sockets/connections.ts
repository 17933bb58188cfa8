import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
} from '@aws-sdk/client-dynamodb';
import type { Table } from '../dynamodb/client.ts';

/** An open connection: of whom, and what it hears of. */
export interface Connection {
  readonly id: string;
  readonly topic: string;
  readonly userId: string;
  /** The log-in that it came from: when that ends, so does what it may hear. */
  readonly sessionId: string;
}

/** The open connections of one WebSocket API. */
export interface Connections {
  add(connection: Connection, at: Date): Promise<void>;
  find(id: string): Promise<Connection | undefined>;
  remove(id: string): Promise<void>;
  /** Removes one that API Gateway says is gone, unless it may be opening still: that is said of it too. */
  removeGone(id: string): Promise<void>;
  /** All of them. One that was just opened may be missing for a moment. */
  list(): Promise<readonly Connection[]>;
}

/** API Gateway closes a connection after two hours: what is older has ended without a word. */
const LONGEST_S = 2 * 3600 + 60;

/** `$connect` is answered within 29 seconds, or refused; the connection opens after that. Until then it is gone (410). */
const OPENING_S = 30;

/**
 * Connections in DynamoDB, those of an API under one key: who is to be sent something is known by one query, and for an API
 * that operators use it is of some hundreds of 200 bytes at most.
 *
 * @param api name of the declared socket
 */
export function createConnections(
  { client, name: TableName }: Table,
  api: string,
  now = () => new Date(),
): Connections {
  const kind = { S: `connection:${api}` };
  const seconds = () => Math.floor(now().getTime() / 1000);
  return {
    async add({ id, topic, userId, sessionId }, at) {
      const Item = {
        kind,
        id: { S: id },
        topic: { S: topic },
        user_id: { S: userId },
        session_id: { S: sessionId },
        expires_at: { N: String(Math.floor(at.getTime() / 1000) + LONGEST_S) },
      };
      await client.send(new PutItemCommand({ TableName, Item }));
    },

    async find(id) {
      const Key = { kind, id: { S: id } };
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      return Item === undefined || Number(Item.expires_at!.N) <= seconds() ? undefined : connectionOf(Item);
    },

    async remove(id) {
      await client.send(new DeleteItemCommand({ TableName, Key: { kind, id: { S: id } } }));
    },

    async removeGone(id) {
      try {
        await client.send(
          new DeleteItemCommand({
            TableName,
            Key: { kind, id: { S: id } },
            ConditionExpression: 'expires_at <= :old',
            ExpressionAttributeValues: { ':old': { N: String(seconds() - OPENING_S + LONGEST_S) } },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    async list() {
      const query = {
        TableName,
        KeyConditionExpression: 'kind = :kind',
        // DynamoDB deletes within days.
        FilterExpression: 'expires_at > :now',
        ExpressionAttributeValues: { ':kind': kind, ':now': { N: String(seconds()) } },
      };
      const connections: Connection[] = [];
      for await (const { Items = [] } of paginateQuery({ client }, query)) connections.push(...Items.map(connectionOf));
      return connections;
    },
  };
}

function connectionOf(item: Record<string, AttributeValue>): Connection {
  return { id: item.id!.S!, topic: item.topic!.S!, userId: item.user_id!.S!, sessionId: item.session_id!.S! };
}
