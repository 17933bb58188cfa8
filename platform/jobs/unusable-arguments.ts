/**
 * What a job throws that cannot do anything with its arguments: trying again would not help. The message says what they have
 * to be and not what they were, since Lambda logs it.
 */
export class UnusableArguments extends Error {
  override readonly name = 'UnusableArguments';
}
