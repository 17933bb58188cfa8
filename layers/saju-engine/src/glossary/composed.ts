import { NAPEUM } from '../analysis/napeum.ts';
import { tenGodOfBranch } from '../analysis/ten-gods.ts';
import { stage } from '../analysis/twelve-stages.ts';
import { BRANCHES } from '../calendar/branches.ts';
import { GAPJA } from '../calendar/sexagenary.ts';
import { SOLAR_TERMS } from '../calendar/solar-terms.ts';
import { DEFAULT_OPTIONS } from '../options.ts';
import { cells, entry, type GlossaryEntry, meaningOf, meaningsOf } from './entry.ts';
import { SOLAR_TERM_TEXTS } from './texts/calendar.ts';
import { NAPEUM_TEXTS } from './texts/napeum.ts';
import { BRANCH_IMAGES, COLOUR_TEXTS, STEM_IMAGES } from './texts/stems-and-branches.ts';

/** The sixty pairs: the stem's image seated on the branch's, then what the branch is to the stem. */
export function gapjaEntries(): readonly GlossaryEntry[] {
  const colours = meaningsOf(COLOUR_TEXTS);
  const stems = meaningsOf(STEM_IMAGES);
  const branches = cells(BRANCH_IMAGES);
  return GAPJA.map(pair => {
    const { index, stem, branch } = pair;
    const [, animal, place, englishPlace] = branches[index % 12]!;
    const colour = meaningOf(colours, stem.element);
    const image = meaningOf(stems, stem.code);
    const god = tenGodOfBranch(index % 10, index % 12);
    const seat = stage(index % 10, index % 12, DEFAULT_OPTIONS);
    return entry('gapja', pair, {
      korean: `${colour.korean} ${animal}입니다. ${image.korean} ${place} 위에 앉은 상이며, 지지는 ${god.hangul}, 12운성은 ${seat.hangul}입니다.`,
      english: `${colour.english} ${branch.english}: ${image.english} over ${englishPlace}. The branch is its ${god.english}, the stage ${seat.english}.`,
    });
  });
}

/** 납음: the two pairs it belongs to, and its image. */
export function napeumEntries(): readonly GlossaryEntry[] {
  const images = meaningsOf(NAPEUM_TEXTS);
  return NAPEUM.map((term, index) => {
    const [first, second] = [2 * index, 2 * index + 1];
    const { korean, english } = meaningOf(images, term.code);
    return entry('napeum', term, {
      korean: `${GAPJA[first]!.hangul}·${GAPJA[second]!.hangul}의 납음입니다. ${korean}`,
      english: `Of pairs ${first + 1} and ${second + 1} of the sixty: ${english}.`,
    });
  });
}

/** Solar terms: the sun's longitude, the month they begin (절) or halve (중기), and the season. */
export function solarTermEntries(): readonly GlossaryEntry[] {
  const seasons = meaningsOf(SOLAR_TERM_TEXTS);
  return SOLAR_TERMS.map((term, index) => {
    const month = BRANCHES[((index >> 1) + 1) % 12]!;
    const begins = index % 2 === 0;
    const { korean, english } = meaningOf(seasons, term.code);
    return entry('solarTerm', term, {
      korean: `태양 황경 ${term.longitude}°로 ${month.hangul}월${begins ? '을 여는 절' : '의 중기'}입니다. ${korean}`,
      english: `The sun at ${term.longitude}°, ${begins ? 'beginning' : 'the middle'} of the ${month.english} month: ${english}.`,
    });
  });
}
