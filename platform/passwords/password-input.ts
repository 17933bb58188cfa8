import * as z from 'zod';

/** NIST SP 800-63B asks for 8 at least and advises more; no rule about kinds of characters. */
const LEAST_CHARACTERS = 10;

/** Long enough for any phrase. Argon2 hashes its input once first, so length costs nothing, but a limit there has to be. */
const MOST_CHARACTERS = 128;

/**
 * A new password, in characters (code points) of Unicode's composed form, NFC: a Hangul syllable typed on a Mac and the same
 * one from Windows are then the same bytes.
 */
export const passwordInput = z
  .string()
  .max(MOST_CHARACTERS * 4)
  .transform(text => text.normalize('NFC'))
  .refine(text => [...text].length >= LEAST_CHARACTERS, {
    params: { code: 'too_short', minimum: LEAST_CHARACTERS },
  })
  .refine(text => [...text].length <= MOST_CHARACTERS, {
    params: { code: 'too_long', maximum: MOST_CHARACTERS },
  })
  .meta({
    override: { type: 'string', minLength: LEAST_CHARACTERS, maxLength: MOST_CHARACTERS, format: 'password' },
    examples: ['correct horse battery staple'],
  });

/** A password to compare with the stored one: one that is too short is wrong, as any other, and nothing more is told. */
export const givenPassword = z
  .string()
  .max(MOST_CHARACTERS * 4)
  .transform(text => text.normalize('NFC'))
  .meta({ override: { type: 'string', maxLength: MOST_CHARACTERS * 4, format: 'password' } });
