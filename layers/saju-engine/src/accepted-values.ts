import { SajuError } from './errors.ts';

/**
 * What comes in may have no types (JavaScript, JSON): a word that is none of those accepted would be read as one of them, and
 * a wrong chart is worse than none.
 */

/** Of each choice, what it may be, its default first. */
export type AcceptedChoices<Choices> = { readonly [Name in keyof Choices]: readonly Choices[Name][] };

/**
 * Refuses a value that is none of those accepted.
 * @param path dotted: every chart passes here, and a list would be made for each
 * @throws SajuError `invalid_value` at `path`, which says what is accepted
 */
export function acceptOnly(value: unknown, accepted: readonly unknown[], path: string): void {
  if (!accepted.includes(value)) throw invalidValue(path, accepted.map(String).join(', '));
}

/**
 * Refuses a value that is no whole number from the least to the most.
 * @throws SajuError `invalid_value` at `path`, which says what is accepted
 */
export function acceptWhole(value: number, least: number, most: number, path: string): void {
  if (!Number.isInteger(value) || value < least || value > most) throw invalidValue(path, `${least}–${most}`);
}

/**
 * The given choices; the defaults for those that are absent or undefined.
 * @throws SajuError `invalid_value` at `options`
 */
export function choose<Choices>(accepted: AcceptedChoices<Choices>, given: Partial<Choices> = {}): Choices {
  const choices: Partial<Choices> = {};
  for (const name in accepted) {
    const choice = given[name];
    if (choice !== undefined) acceptOnly(choice, accepted[name], `options.${name}`);
    choices[name] = choice === undefined ? accepted[name][0]! : choice;
  }
  return choices as Choices;
}

function invalidValue(path: string, accepted: string): SajuError {
  return new SajuError('invalid_value', path.split('.'), `${path} may be ${accepted}`, { accepted });
}
