import { createHash, randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException, DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Table } from '../dynamodb/client.ts';
import type { Connection } from './connections.ts';

/** What a connection will be that a ticket opens. */
export type TicketHolder = Omit<Connection, 'id'>;

/** Tickets of one WebSocket API: each opens one connection, once. */
export interface Tickets {
  issue(holder: TicketHolder): Promise<{ readonly ticket: string; readonly expiresAt: Date }>;
  /** Uses a ticket up; undefined where there is none, or none any more. Of many who come with one at once, one is let in. */
  redeem(ticket: string): Promise<TicketHolder | undefined>;
}

/** Long enough for a slow page to open its connection; whoever finds one later in a log or a history finds nothing. */
export const TICKET_SECONDS = 60;

const TICKET_BYTES = 32;

/** 32 bytes in base64url, and nothing else: what cannot be a ticket is refused without a question to DynamoDB. */
const TICKET_SHAPE = /^[A-Za-z0-9_-]{43}$/;

/**
 * Tickets in DynamoDB: 256 random bits, of which only the SHA-256 is kept, since there is nothing to guess. Using one up is a
 * conditional delete. Where its answer is lost, the client gets another ticket.
 *
 * @param api name of the declared socket
 */
export function createTickets({ client, name: TableName }: Table, api: string, now = () => new Date()): Tickets {
  const kind = { S: `ticket:${api}` };
  const idOf = (ticket: string) => ({ S: createHash('sha256').update(ticket).digest('base64url') });
  return {
    async issue({ topic, userId, sessionId }) {
      const ticket = randomBytes(TICKET_BYTES).toString('base64url');
      const expiresAt = new Date((Math.floor(now().getTime() / 1000) + TICKET_SECONDS) * 1000);
      const Item = {
        kind,
        id: idOf(ticket),
        topic: { S: topic },
        user_id: { S: userId },
        session_id: { S: sessionId },
        expires_at: { N: String(expiresAt.getTime() / 1000) },
      };
      await client.send(new PutItemCommand({ TableName, Item }));
      return { ticket, expiresAt };
    },

    async redeem(ticket) {
      if (!TICKET_SHAPE.test(ticket)) return undefined;
      try {
        const { Attributes: item } = await client.send(
          new DeleteItemCommand({
            TableName,
            Key: { kind, id: idOf(ticket) },
            ConditionExpression: 'expires_at > :now',
            ExpressionAttributeValues: { ':now': { N: String(now().getTime() / 1000) } },
            ReturnValues: 'ALL_OLD',
          }),
        );
        return { topic: item!.topic!.S!, userId: item!.user_id!.S!, sessionId: item!.session_id!.S! };
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      }
    },
  };
}
