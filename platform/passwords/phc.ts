/** What an argon2id hash was made with: a stored password says so itself, so that these can change. */
export interface Argon2Parameters {
  /** In KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** A password as it is stored. */
export interface StoredPassword {
  readonly parameters: Argon2Parameters;
  readonly salt: Uint8Array;
  readonly tag: Uint8Array;
}

/** Version 1.3 of Argon2 (RFC 9106), the only one in use. */
const VERSION = 19;

const PHC =
  /^\$argon2id\$v=19\$m=([1-9]\d{0,6}),t=([1-9]\d{0,2}),p=([1-9]\d?)\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

/** A value larger than this was not written by us: asking for it would take the function's memory. */
const MOST_MEMORY_KIB = 256 * 1024;

/** The PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`, in base64 without padding; 97 characters. */
export function writePhc({ parameters: { memory, passes, parallelism }, salt, tag }: StoredPassword): string {
  return `$argon2id$v=${VERSION}$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Undefined for what is no argon2id hash that we would compute. */
export function readPhc(text: string): StoredPassword | undefined {
  const [, memory, passes, parallelism, salt = '', tag = ''] = PHC.exec(text) ?? [];
  if (memory === undefined || Number(memory) > MOST_MEMORY_KIB) return undefined;
  return {
    parameters: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}
