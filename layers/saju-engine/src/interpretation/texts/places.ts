import { texts } from '../text.ts';

/** The people whom the pillars beside the day's stand for (궁위). */
export const PEOPLE = texts(`
  year
    집안 어른이나 가족과의 사이에서
    with family and elders
  month
    부모 형제나 일터의 사람들과의 사이에서
    with parents, siblings and colleagues
  hour
    자녀나 아랫사람과의 사이에서
    with children and younger people
`);

/** The fields of life in which the luck of a year is felt, by the pillar that it meets. */
export const FIELDS = texts(`
  year
    집안과 뿌리에 관한 일에서
    in matters of family and origins
  month
    일과 사회생활에서
    in work and public life
  day
    나 자신과 가까운 관계에서
    in oneself and one's close ties
  hour
    자녀와 앞날의 계획에서
    in children and plans for the future
  daeun
    십 년의 큰 흐름 속에서
    in the larger current of ten years
`);
