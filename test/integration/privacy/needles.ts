import { createHash } from 'node:crypto';

/** A text to look for, and what finding it would mean. */
export interface Needle {
  /** Of what: `birth date`. Never the value: a failing test prints it. */
  readonly what: string;
  readonly encoding: string;
  readonly text: string;
  /** Short ones count only where no letter or digit stands beside them: six digits come by chance in any long hash. */
  readonly whole: boolean;
}

/** Under so many characters a needle is looked for as a whole word. */
const SHORT = 10;

/**
 * Every form in which a value could have been written down.
 * @param hashed also its hashes, without a key: of what can be tried out (there are not that many births, phones or
 * addresses), and not of 256 random bits, of which a hash is what has to be kept
 */
export function needlesOf(what: string, value: string, hashed = true): readonly Needle[] {
  const bytes = Buffer.from(value);
  const forms: readonly (readonly [string, string])[] = [
    ['text', value],
    ['hex', bytes.toString('hex')],
    ['HEX', bytes.toString('hex').toUpperCase()],
    ['UTF-16 in hex', Buffer.from(value, 'utf16le').toString('hex')],
    ...[0, 1, 2].map(offset => [`base64 at ${offset}`, base64At(bytes, offset)] as const),
    ...[0, 1, 2].map(offset => [`base64url at ${offset}`, toUrl(base64At(bytes, offset))] as const),
    ['JSON', JSON.stringify(value).slice(1, -1)],
    ['JSON in ASCII', asciiJson(value)],
    ['URL', encodeURIComponent(value)],
    ['form', new URLSearchParams({ x: value }).toString().slice(2)],
    ['decomposed', value.normalize('NFD')],
    ...(hashed ? ['md5', 'sha1', 'sha256'] : []).flatMap(name => hashes(name, value)),
  ];
  const seen = new Set<string>();
  return forms.flatMap(([encoding, text]) => {
    // What is left of a short value at a bad alignment is found everywhere.
    if (text.length < 4 || seen.has(text)) return [];
    seen.add(text);
    return [{ what, encoding, text, whole: text.length < SHORT }];
  });
}

function hashes(name: string, value: string): readonly (readonly [string, string])[] {
  const digest = createHash(name).update(value).digest();
  return (['hex', 'base64', 'base64url'] as const).map(form => [`${name} in ${form}`, digest.toString(form)]);
}

/** The characters of base64 that the bytes alone decide, where they stand `offset` bytes into what was encoded. */
function base64At(bytes: Buffer, offset: number): string {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const first = Math.ceil((offset * 8) / 6);
  const whole = Math.floor(((offset + bytes.length) * 8) / 6);
  return encoded.slice(first, whole);
}

function toUrl(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_');
}

function asciiJson(value: string): string {
  return [...value]
    .flatMap(character => character.split(''))
    .map(escaped)
    .join('');
}

function escaped(unit: string): string {
  const code = unit.charCodeAt(0);
  return code < 0x80 ? unit : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** The forms of a date that people and programs write. */
export function dateForms(date: string): readonly string[] {
  const [year, month, day] = date.split('-') as [string, string, string];
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return [
    date,
    `${year}${month}${day}`,
    `${year.slice(2)}${month}${day}`,
    `${year}.${month}.${day}`,
    `${year}/${month}/${day}`,
    `${year}. ${Number(month)}. ${Number(day)}`,
    `${year}년 ${Number(month)}월 ${Number(day)}일`,
    `${Number(day)} ${names[Number(month) - 1]} ${year}`,
    `${names[Number(month) - 1]} ${Number(day)}, ${year}`,
  ];
}

/** The forms of an instant: seconds, milliseconds and microseconds since 1970, and its texts. */
export function instantForms(instant: Date): readonly string[] {
  const ms = instant.getTime();
  const iso = instant.toISOString();
  return [
    String(ms),
    String(ms / 1000),
    String(ms * 1000),
    iso,
    iso.replace('.000Z', 'Z'),
    iso.replace('T', ' ').slice(0, 19),
  ];
}
