import { type Term, terms } from '../term.ts';

/** 납음 오행: one for each two of the sixty pairs. */
export const NAPEUM: readonly Term[] = terms(`
  haejunggeum 해중금 海中金 Gold in the Sea
  nojunghwa 노중화 爐中火 Fire in the Furnace
  daerimmok 대림목 大林木 Wood of the Great Forest
  nobangto 노방토 路傍土 Earth by the Road
  geombonggeum 검봉금 劍鋒金 Metal of the Sword's Edge
  sanduhwa 산두화 山頭火 Fire on the Mountain
  ganhasu 간하수 澗下水 Water under the Ravine
  seongduto 성두토 城頭土 Earth on the Rampart
  baengnapgeum 백랍금 白鑞金 Metal of White Wax
  yangnyumok 양류목 楊柳木 Wood of the Willow
  cheonjungsu 천중수 泉中水 Water in the Spring
  oksangto 옥상토 屋上土 Earth on the Roof
  byeongnyeokhwa 벽력화 霹靂火 Fire of Thunder
  songbaengmok 송백목 松柏木 Wood of Pine and Cypress
  jangnyusu 장류수 長流水 Long Flowing Water
  sajunggeum 사중금 沙中金 Gold in the Sand
  sanhahwa 산하화 山下火 Fire below the Mountain
  pyeongjimok 평지목 平地木 Wood of the Plain
  byeoksangto 벽상토 壁上土 Earth on the Wall
  geumbakgeum 금박금 金箔金 Metal of Gold Leaf
  bokdeunghwa 복등화 覆燈火 Fire of the Covered Lamp
  cheonhasu 천하수 天河水 Water of the Milky Way
  daeyeokto 대역토 大驛土 Earth of the Post Road
  chacheongeum 차천금 釵釧金 Metal of Hairpin and Bracelet
  sangjamok 상자목 桑柘木 Wood of the Mulberry
  daegyesu 대계수 大溪水 Water of the Great Stream
  sajungto 사중토 沙中土 Earth in the Sand
  cheonsanghwa 천상화 天上火 Fire in the Sky
  seongnyumok 석류목 石榴木 Wood of the Pomegranate
  daehaesu 대해수 大海水 Water of the Great Sea`);

/** 납음 of one of the sixty pairs (0 to 59). */
export function napeum(gapja: number): Term {
  return NAPEUM[gapja >> 1]!;
}
