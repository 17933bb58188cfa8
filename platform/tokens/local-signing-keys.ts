import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publicKeyOf } from './public-key.ts';
import type { PublicKey, SigningKeys } from './signing-keys.ts';

/** Keys in memory, of P-256: the first signs. */
export function localSigningKeys(keys: readonly [KeyObject, ...KeyObject[]]): SigningKeys {
  let known: Promise<readonly [PublicKey, ...PublicKey[]]> | undefined;
  return {
    publicKeys() {
      known ??= Promise.all(keys.map(key => publicKeyOf(createPublicKey(key)))) as Promise<[PublicKey, ...PublicKey[]]>;
      return known;
    },
    async sign(data) {
      return sign('sha256', data, { key: keys[0], dsaEncoding: 'ieee-p1363' });
    },
  };
}

/** A new private key for tokens. */
export function newSigningKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

/** Where those of a machine’s platform are, whose other keys are in this file. */
export function signingKeyFileBeside(keyFile: string): string {
  return join(dirname(keyFile), 'token-keys.pem');
}

const RIGHTS_OF_OTHERS = 0o077;

/**
 * The private keys of a file (PEM, one after another; 0600), which is made with one key if it is not there: of one machine's
 * platform, where there is no KMS. Processes that start at once get the same.
 * @throws Error where others may read it, or it holds no key
 */
export function readSigningKeyFile(path: string): readonly [KeyObject, ...KeyObject[]] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    createOnce(path, newSigningKey().export({ format: 'pem', type: 'pkcs8' }).toString());
    text = readFileSync(path, 'utf8');
  }
  // Windows has no such rights.
  if (process.platform !== 'win32' && (statSync(path).mode & RIGHTS_OF_OTHERS) !== 0) {
    throw new Error(`Others may read ${path}, which signs access tokens: delete it, and log-ins are asked for again`);
  }
  const blocks = text.match(/-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/g);
  const [first, ...others] = blocks?.map(pem => createPrivateKey(pem)) ?? [];
  if (first === undefined) throw new Error(`There is no private key (PEM, PKCS #8) in ${path}`);
  return [first, ...others];
}

/** A link fails where there is something already, and what it makes is there in whole. */
function createOnce(path: string, content: string): void {
  const own = `${path}.${randomUUID()}`;
  try {
    writeFileSync(own, content, { mode: 0o600 });
    linkSync(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
}
