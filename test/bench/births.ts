import { seededRandom } from '../unit/seeded-random.ts';

/** A birth by the Korean clock, ready in the shape that each library takes. */
export interface Birth {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly date: string;
  readonly time: string;
  readonly sex: 'female' | 'male';
}

const FROM = Date.UTC(1912, 0, 1);
const TO = Date.UTC(2050, 0, 1);

const korean = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul', dateStyle: 'short', timeStyle: 'short' });

/** The births all are measured on: 20,000 random minutes from 1912 to 2049, years that every peer takes. */
export const BIRTHS: readonly Birth[] = births(20_000);

function births(count: number): readonly Birth[] {
  const random = seededRandom(20_000);
  return Array.from({ length: count }, () => {
    // By way of the instant, so that each is a time that clocks showed.
    const [date = '', time = ''] = korean.format(FROM + random() * (TO - FROM)).split(' ');
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return { year, month, day, hour, minute, date, time, sex: random() < 0.5 ? 'female' : 'male' };
  });
}
