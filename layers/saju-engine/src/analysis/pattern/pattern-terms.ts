import { type Term, terms } from '../../term.ts';

/** 화격, by the element that the day stem becomes: 木 火 土 金 水. */
export const TRANSFORMED_PATTERNS: readonly Term[] = terms(`
  hwamokgyeok 화목격 化木格 Transformed into Wood
  hwahwagyeok 화화격 化火格 Transformed into Fire
  hwatogyeok 화토격 化土格 Transformed into Earth
  hwageumgyeok 화금격 化金格 Transformed into Metal
  hwasugyeok 화수격 化水格 Transformed into Water`);

/** 일행득기격, by the element that fills the chart: 木 火 土 金 水. */
export const SINGLE_ELEMENT_PATTERNS: readonly Term[] = terms(`
  gokjikgyeok 곡직격 曲直格 Bending and Straightening (all Wood)
  yeomsanggyeok 염상격 炎上格 Blazing Upward (all Fire)
  gasaekgyeok 가색격 稼穡格 Sowing and Reaping (all Earth)
  jonghyeokgyeok 종혁격 從革格 Yielding and Reforming (all Metal)
  yunhagyeok 윤하격 潤下格 Moistening Downward (all Water)`);

/** 종격. */
export const FOLLOWING_PATTERNS: readonly Term[] = terms(`
  jongwanggyeok 종왕격 從旺格 Following the Companions
  jongganggyeok 종강격 從强格 Following the Resource
  jongagyeok 종아격 從兒格 Following the Output
  jongjaegyeok 종재격 從財格 Following the Wealth
  jongsalgyeok 종살격 從殺格 Following the Officer
  jongsegyeok 종세격 從勢格 Following the Trend`);

/** Inner patterns that the month branch names where it is the day stem's own. */
export const OWN_MONTH_PATTERNS: readonly Term[] = terms(`
  geollokgyeok 건록격 建祿格 Prime in the Month
  yangingyeok 양인격 羊刃格 Blade in the Month
  wolgeopgyeok 월겁격 月劫格 Companion in the Month`);

/** Inner patterns named by a ten god, in the order of `TEN_GODS` from 식신 on: 비견 and 겁재 name none. */
export const TEN_GOD_PATTERNS: readonly Term[] = terms(`
  siksingyeok 식신격 食神格 Eating God Pattern
  sanggwangyeok 상관격 傷官格 Hurting Officer Pattern
  pyeonjaegyeok 편재격 偏財格 Indirect Wealth Pattern
  jeongjaegyeok 정재격 正財格 Direct Wealth Pattern
  pyeongwangyeok 편관격 偏官格 Seven Killings Pattern
  jeonggwangyeok 정관격 正官格 Direct Officer Pattern
  pyeoningyeok 편인격 偏印格 Indirect Resource Pattern
  jeongingyeok 정인격 正印格 Direct Resource Pattern`);
