import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { type Argon2Parameters, readPhc, type StoredPassword, writePhc } from './phc.ts';
import { createWorkQueue, type WorkQueueLimits } from './work-queue.ts';

/** What OWASP asks for at least: 19 MiB, two passes, one lane. 30 to 60 ms of a core. */
const CURRENT: Argon2Parameters = { memory: 19 * 1024, passes: 2, parallelism: 1 };

const SALT_BYTES = 16;
const TAG_BYTES = 32;

/**
 * Hashes take every core but one, and never more than two of the four threads that Node.js has for such work (38 MiB); 40
 * more wait, a second or two. On two cores, one at a time gives as many log-ins as two (docs/adr/0040) and leaves the other
 * core to everybody else. Lambda gives an instance one request at a time: nobody waits there.
 */
const LIMITS: WorkQueueLimits = { atOnce: Math.min(2, Math.max(1, availableParallelism() - 1)), waiting: 40 };

export interface PasswordsOptions {
  readonly parameters?: Argon2Parameters;
  readonly limits?: WorkQueueLimits;
}

/** How a given password compares with the stored one. */
interface Comparison {
  readonly matches: boolean;
  /** It matches, and is stored with other parameters than today's: hash it again and store that. */
  readonly outdated: boolean;
}

/** Passwords as they are stored, by argon2id. Texts are normalised (`password-input.ts`) before they come here. */
export interface Passwords {
  /**
   * A PHC string, of 97 characters.
   * @throws DomainError `busy`
   */
  hash(password: string): Promise<string>;
  /**
   * `stored` is undefined where there is no such account, or it has no password: then as much work is done, and nothing
   * matches.
   * @throws DomainError `busy`
   */
  verify(password: string, stored: string | undefined): Promise<Comparison>;
}

const derive = promisify(argon2);

export function createPasswords({ parameters = CURRENT, limits = LIMITS }: PasswordsOptions = {}): Passwords {
  const queue = createWorkQueue(limits);

  const tagOf = (
    password: string,
    salt: Uint8Array,
    { memory, passes, parallelism }: Argon2Parameters,
    length: number,
  ) =>
    queue.run(() =>
      derive('argon2id', { message: password, nonce: salt, memory, passes, parallelism, tagLength: length }),
    );

  /** Of nobody: compared with where there is no password. */
  const nobody: StoredPassword = { parameters, salt: randomBytes(SALT_BYTES), tag: randomBytes(TAG_BYTES) };

  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      return writePhc({ parameters, salt, tag: await tagOf(password, salt, parameters, TAG_BYTES) });
    },

    async verify(password, stored) {
      const known = stored === undefined ? undefined : readPhc(stored);
      const { salt, tag, parameters: made } = known ?? nobody;
      const equal = timingSafeEqual(await tagOf(password, salt, made, tag.length), tag);
      const matches = equal && known !== undefined;
      return { matches, outdated: matches && !isCurrent(made, parameters) };
    },
  };
}

function isCurrent(made: Argon2Parameters, current: Argon2Parameters): boolean {
  return made.memory === current.memory && made.passes === current.passes && made.parallelism === current.parallelism;
}

/** Of this process: the bound on what runs at once holds for all of it. */
export const passwords: Passwords = createPasswords();
