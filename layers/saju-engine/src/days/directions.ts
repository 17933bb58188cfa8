import { seasonOf } from '../calendar/branches.ts';
import { type Term, terms } from '../term.ts';

export type DirectionCode = 'north' | 'northeast' | 'east' | 'southeast' | 'south' | 'southwest' | 'west' | 'northwest';

/** The eight directions, from the north round by the east. */
export const DIRECTIONS: readonly (Term & { readonly code: DirectionCode })[] = terms<DirectionCode>(`
  north 북 北 North
  northeast 동북 東北 Northeast
  east 동 東 East
  southeast 동남 東南 Southeast
  south 남 南 South
  southwest 서남 西南 Southwest
  west 서 西 West
  northwest 서북 西北 Northwest`);

const NORTH = DIRECTIONS[0]!;
const EAST = DIRECTIONS[2]!;
const SOUTH = DIRECTIONS[4]!;
const WEST = DIRECTIONS[6]!;

/** Directions in which it is bad to move or to build in a year. */
export interface YearDirections {
  /** 대장군방: three years behind the season of the year's branch. */
  readonly daejanggun: Term;
  /** 삼살방: against the 삼합 of the year's branch. */
  readonly samsal: Term;
}

/** By seasons of the year's branch: 亥子丑 서, 寅卯辰 북, 巳午未 동, 申酉戌 남. */
const DAEJANGGUN = [WEST, NORTH, EAST, SOUTH];
/** By groups of 삼합, which recur with the branch modulo 4: 申子辰 남, 巳酉丑 동, 寅午戌 북, 亥卯未 서. */
const SAMSAL = [SOUTH, EAST, NORTH, WEST];

const BY_BRANCH: readonly YearDirections[] = Array.from({ length: 12 }, (_, branch) =>
  Object.freeze({ daejanggun: DAEJANGGUN[seasonOf(branch)]!, samsal: SAMSAL[branch % 4]! }),
);

/** 대장군방 and 삼살방 of a year's branch (0 to 11); shared and frozen. 협기변방서. */
export function yearDirections(yearBranch: number): YearDirections {
  return BY_BRANCH[yearBranch]!;
}

/** Where 손 is by the last digit of the lunar day: 1 2 동, 3 4 남, 5 6 서, 7 8 북; 9 and 0 in heaven. */
const SON = [null, EAST, EAST, SOUTH, SOUTH, WEST, WEST, NORTH, NORTH, null];

/** 손 (太白殺), which goes about the directions and hinders who moves towards it. */
export interface Son {
  /** 손없는날. */
  readonly isFree: boolean;
  /** Where it is; null on a 손없는날. */
  readonly direction: Term | null;
}

const BY_DIGIT: readonly Son[] = SON.map(direction => Object.freeze({ isFree: direction === null, direction }));

/** 손 on a day of the lunar month (1 to 30); shared and frozen. Korean practice. */
export function son(lunarDay: number): Son {
  return BY_DIGIT[lunarDay % 10]!;
}
