import { fourPillars } from '@heal7/saju-engine';
import type { Check } from './ready.http.ts';

/** 2021 입춘 was at 23:58:47 in Korea: tables, zone and rules all have a part in these pillars. */
const BIRTH = { date: '2021-02-03', time: '23:59:30' };
const PILLARS = '辛丑 庚寅 壬午 壬子';

/** Whether the engine's layer is there and calculates what it should. */
export const engineCheck: Check = {
  name: 'engine',
  run() {
    const { year, month, day, hour } = fourPillars(BIRTH);
    const found = [year, month, day, hour].map(pillar => pillar?.hanja).join(' ');
    if (found !== PILLARS) throw new Error('the engine gives other pillars than it should');
  },
};
