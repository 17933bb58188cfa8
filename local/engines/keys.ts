import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../platform/db/connection.ts';
import { createDynamoClient } from '../../platform/dynamodb/client.ts';
import { keysTable } from '../../platform/dynamodb/tables.ts';
import { dynamoKeyStore } from '../../platform/encryption/dynamo-key-store.ts';
import { createKeyFile, type KeyFile, readKeyFile } from '../../platform/encryption/key-file.ts';
import type { KeyRing } from '../../platform/encryption/key-store.ts';
import { localWrapping } from '../../platform/encryption/local-wrapping.ts';
import { readSigningKeyFile, signingKeyFileBeside } from '../../platform/tokens/local-signing-keys.ts';
import { EngineError, PUT_BACK } from './engine-error.ts';
import type { EngineEnvironment } from './running-environment.ts';

/** What a database holds that opens with the keys it was sealed by, and with no others. */
interface Sealed {
  /** The first who signed up and still has an account. */
  readonly userId: string | null;
  /** Whether webhooks have secrets, which are derived from the key file. */
  readonly webhooks: boolean;
}

const NOTHING: Sealed = { userId: null, webhooks: false };

function keyFileIn(directory: string): string {
  return join(directory, 'keys', 'master-keys.json');
}

/**
 * Makes the key file where nothing has been sealed yet; else makes sure that it, and users' keys, are those of the data: with
 * others every account would seem not to be there, and new ones would be made that the right keys do not open.
 * @param asItIs the database may be anybody's, and of any schema
 * @throws EngineError, ConfigurationError saying what to do
 */
export async function startKeys(directory: string, found: EngineEnvironment, asItIs: boolean): Promise<string> {
  const file = keyFileIn(directory);
  const { userId, webhooks } = asItIs ? NOTHING : await sealedIn(found.DATABASE_OWNER_URL!);
  await mkdir(join(directory, 'keys'), { recursive: true, mode: 0o700 });
  if (userId === null && !webhooks) await createKeyFile(file);
  const keyFile = readKeyFile(file);
  if (userId !== null) await assertOpens(keyFile, directory, userId, found);
  // Else the first request would find out.
  readSigningKeyFile(signingKeyFileBeside(file));
  return file;
}

async function sealedIn(url: string): Promise<Sealed> {
  const database = openDatabase({ url, connections: 1, applicationName: 'heal7 start' });
  try {
    const [sealed] = await database.sql<[Sealed]>`
      select (select id from users where account_status <> 'deleted' order by created_at, id limit 1) as "userId",
        exists (select from alert_webhooks) as webhooks`;
    return sealed;
  } finally {
    await database.close();
  }
}

async function assertOpens(
  { masterKeys }: KeyFile,
  directory: string,
  userId: string,
  found: EngineEnvironment,
): Promise<void> {
  const ring = await ringOf(userId, found);
  if (ring === undefined) {
    throw new EngineError(
      `The database has accounts, but ${join(directory, 'dynamodb')} has no keys of theirs, without which nothing personal opens. ` +
        PUT_BACK,
    );
  }
  if (ring.erased) return;
  const { wrapped } = ring.keys.get(ring.currentId)!;
  await localWrapping(masterKeys)
    .unwrap(userId, wrapped)
    .catch(() => {
      throw new EngineError(
        `${keyFileIn(directory)} is not the key file that these data were sealed with. ${PUT_BACK}`,
      );
    });
}

async function ringOf(userId: string, { DYNAMODB_ENDPOINT }: EngineEnvironment): Promise<KeyRing | undefined> {
  const client = createDynamoClient('local', DYNAMODB_ENDPOINT);
  try {
    return await dynamoKeyStore({ client, name: keysTable.name }).read(userId);
  } finally {
    client.destroy();
  }
}
