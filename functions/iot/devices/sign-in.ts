import type { Sql } from '../../../platform/db/database.ts';
import type { SignIn, SignInDecision } from '../../../platform/mqtt/sign-in.ts';
import { isSecretOf } from './credential.ts';
import { topicsOfDevice } from './device-topics.ts';

/** What signing in looks at. */
export interface SignInRow {
  readonly credential_hash: Uint8Array | null;
  readonly retired_at: Date | null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whether a device is let in, and to what. One that is switched off is: its readings are refused where they are taken, so
 * that it works again as soon as it is switched on.
 */
export async function decideSignIn(
  { clientId, userName, password }: SignIn,
  find: (deviceId: string) => Promise<SignInRow | undefined>,
  rulesStage: string,
): Promise<SignInDecision> {
  if (clientId === undefined || userName === undefined || password === undefined) return { refused: 'incomplete' };
  if (userName !== clientId) return { refused: 'not_its_client_id' };
  const row = UUID.test(userName) ? await find(userName) : undefined;
  if (row === undefined) return { refused: 'unknown_device' };
  if (row.retired_at !== null) return { refused: 'retired_device' };
  if (row.credential_hash === null || !isSecretOf(row.credential_hash, password)) return { refused: 'wrong_secret' };
  const { publish, subscribe } = topicsOfDevice(clientId, rulesStage);
  return { rights: { clientId, publish: Object.values(publish), subscribe: Object.values(subscribe) } };
}

export async function findSignInRow(sql: Sql, deviceId: string): Promise<SignInRow | undefined> {
  const [row] = await sql<SignInRow[]>`select credential_hash, retired_at from iot_devices where id = ${deviceId}`;
  return row;
}
