import type { Domain } from '../../platform/manifest/domain.ts';
import { httpAlarms } from '../../platform/manifest/http-alarms.ts';
import { getDay, listDays } from './days/contract.ts';
import { calendarEvents } from './events.ts';
import { getLunarDay } from './lunar/contract.ts';
import { getMonth } from './months/contract.ts';
import { getSolarTerms } from './solar-terms/contract.ts';

export const manse: Domain = {
  name: 'manse',
  purpose: 'The Korean calendar: lunar dates, pillars, solar terms, moon and sun of every day.',
  http: {
    entry: 'functions/manse/http.ts',
    operations: [getDay, listDays, getMonth, getSolarTerms, getLunarDay],
    // Half a core: a day takes some 20 µs of it, a year of days that nobody asked for before some 7 ms.
    memoryMb: 1024,
    timeoutSeconds: 10,
  },
  events: calendarEvents,
  alarms: [
    ...httpAlarms('manse', {
      errors: 'Some callers get an error instead of the calendar.',
      faults: 'Some callers get our own fault (5xx) instead of the calendar.',
      throttles: 'Callers are turned away because the function may not run more copies at once.',
    }),
  ],
};
