import { ENGINE_VERSION } from '@heal7/saju-engine';
import { httpFunction } from '../../platform/http/http-function.ts';
import { route } from '../../platform/http/route.ts';
import { rememberingCalendar } from './calendar.ts';
import { getDay, listDays } from './days/contract.ts';
import { getDayHandler } from './days/get.http.ts';
import { listDaysHandler } from './days/list.http.ts';
import { getLunarDay } from './lunar/contract.ts';
import { getLunarDayHandler } from './lunar/get.http.ts';
import { getMonth } from './months/contract.ts';
import { getMonthHandler } from './months/get.http.ts';
import { getSolarTerms } from './solar-terms/contract.ts';
import { getSolarTermsHandler } from './solar-terms/get.http.ts';

const calendar = rememberingCalendar();

export const handler = httpFunction({
  name: 'manse',
  release: ENGINE_VERSION,
  routes: [
    route(getDay, getDayHandler(calendar)),
    route(listDays, listDaysHandler(calendar)),
    route(getMonth, getMonthHandler(calendar)),
    route(getSolarTerms, getSolarTermsHandler),
    route(getLunarDay, getLunarDayHandler(calendar)),
  ],
});
