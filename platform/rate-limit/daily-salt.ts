import { randomBytes } from 'node:crypto';
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Table } from '../dynamodb/client.ts';

const DAY_S = 24 * 3600;

/** A window is a day at most, and may have begun just before midnight. */
const KEPT_S = 2 * DAY_S + 3600;

/**
 * The secret under which keys are hashed: another each day (UTC), the same in all processes, deleted two days later. There
 * are but 2³² addresses, and whoever has all hashes of them can look one up; once the day's salt is gone, nobody can.
 *
 * @returns asks for the salt of a window by its start, in seconds since 1970; read once a day and process
 */
export function createDailySalt(table: Table): (windowStart: number) => Promise<Uint8Array> {
  let kept: { readonly day: number; readonly salt: Promise<Uint8Array> } | undefined;
  return windowStart => {
    const day = Math.floor(windowStart / DAY_S);
    if (kept?.day === day) return kept.salt;
    const salt = saltOf(table, day);
    const mine = { day, salt };
    kept = mine;
    salt.catch(() => {
      if (kept === mine) kept = undefined;
    });
    return salt;
  };
}

/** The first process of a day makes it. */
async function saltOf({ client, name }: Table, day: number): Promise<Uint8Array> {
  const { Attributes } = await client.send(
    new UpdateItemCommand({
      TableName: name,
      Key: { key: { S: `limit-salt:${day}` } },
      UpdateExpression: 'SET salt = if_not_exists(salt, :new), expires_at = :expiry',
      ExpressionAttributeValues: { ':new': { B: randomBytes(32) }, ':expiry': { N: String(day * DAY_S + KEPT_S) } },
      ReturnValues: 'ALL_NEW',
    }),
  );
  return Attributes!.salt!.B!;
}
