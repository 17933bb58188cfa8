import { FEWEST_VISITORS } from './contract.ts';

/** Of the visitors of a part of a day, how many have a comfort, and how it comes about. */
export interface ComfortCounts {
  readonly visitors: number;
  /** Said how comfortable it was. */
  readonly asked: number;
  /** Said nothing, and have one by what the air was like. */
  readonly inferred: number;
}

/**
 * Whether comfort may be told, on average and by how many it was said: where enough have one, and of each group that could be
 * told apart by what is told there is nobody or enough. Operators see the air, by which the rest is inferred: of four who were
 * inferred and one who said 1, the average is what that one said. And of six of whom five said something, one did not.
 */
export function isComfortTold({ visitors, asked, inferred }: ComfortCounts): boolean {
  return asked + inferred >= FEWEST_VISITORS && [asked, inferred, visitors - asked].every(isNobodyOrEnough);
}

function isNobodyOrEnough(people: number): boolean {
  return people === 0 || people >= FEWEST_VISITORS;
}
