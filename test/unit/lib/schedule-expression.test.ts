import { Cron } from 'croner';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scheduleExpression } from '../../../lib/constructs/schedule-expression.ts';

const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const SEOUL_MS = 9 * 3_600_000;

/** Whether EventBridge Scheduler starts something in the minute of an instant, by the rules of its documentation. */
function startsAt(expression: string, instant: Date): boolean {
  const [minute, hour, day, month, weekday, year] = /^cron\((.*)\)$/.exec(expression)![1]!.split(' ');
  const seoul = new Date(instant.getTime() + SEOUL_MS);
  const holds = (field: string, value: number | string) =>
    field === '*' || field === '?' || field.split(',').includes(String(value));
  return (
    year === '*' &&
    holds(minute!, seoul.getUTCMinutes()) &&
    holds(hour!, seoul.getUTCHours()) &&
    holds(day!, seoul.getUTCDate()) &&
    holds(month!, seoul.getUTCMonth() + 1) &&
    holds(weekday!, WEEKDAYS[seoul.getUTCDay()]!)
  );
}

/** One field: all, every so many, a number, a range, a range by steps, or a list of such. */
function field(first: number, last: number): fc.Arbitrary<string> {
  const number = fc.integer({ min: first, max: last });
  const step = fc.integer({ min: 1, max: Math.min(15, last - first) });
  const range = fc.tuple(number, number).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
  const item = fc.oneof(
    number.map(String),
    range,
    fc.tuple(range, step).map(([text, every]) => `${text}/${every}`),
    step.map(every => `*/${every}`),
  );
  return fc.oneof(
    fc.constant('*'),
    fc.array(item, { minLength: 1, maxLength: 3 }).map(items => items.join(',')),
  );
}

const days = fc.oneof(
  field(1, 31).map(day => [day, '*'] as const),
  field(0, 7).map(weekday => ['*', weekday] as const),
);
const crons = fc
  .tuple(field(0, 59), field(0, 23), days, field(1, 12))
  .map(([minute, hour, [day, weekday], month]) => `${minute} ${hour} ${day} ${month} ${weekday}`);
const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2032-01-01'), noInvalidDate: true });

describe('what EventBridge Scheduler is told', () => {
  test('starts a job when croner does, and at no other time', () => {
    fc.assert(
      fc.property(crons, instants, fc.array(instants, { maxLength: 20 }), (cron, from, others) => {
        const expression = scheduleExpression(cron);
        const croner = new Cron(cron, { mode: '5-part', timezone: 'Asia/Seoul' });
        const runs = croner.nextRuns(3, from);
        for (const run of runs) expect(startsAt(expression, run), `${cron} at ${run.toISOString()}`).toBe(true);
        const quiet = runs.map(run => new Date(run.getTime() + 60_000));
        for (const instant of [...others, ...quiet]) {
          instant.setUTCSeconds(0, 0);
          expect(startsAt(expression, instant), `${cron} at ${instant.toISOString()}`).toBe(croner.match(instant));
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['10 1 * * *', 'cron(10 1 * * ? *)'],
    ['*/15 * * * *', 'cron(0,15,30,45 * * * ? *)'],
    ['0 2 1 */6 *', 'cron(0 2 1 1,7 ? *)'],
    ['0 9 * * 1-5', 'cron(0 9 ? * MON,TUE,WED,THU,FRI *)'],
  ])('of %s is %s', (cron, expression) => {
    expect(scheduleExpression(cron)).toBe(expression);
  });

  // EventBridge counts days of the week from Sunday as 1, cron as 0 and as 7.
  test.each([
    ['0', 'SUN'],
    ['7', 'SUN'],
    ['1', 'MON'],
    ['6', 'SAT'],
    ['5-7', 'SUN,FRI,SAT'],
    ['0,7', 'SUN'],
    ['*/2', 'SUN,TUE,THU,SAT'],
  ])('names the days of the week %s %s', (weekday, named) => {
    expect(scheduleExpression(`0 0 * * ${weekday}`).split(' ')[4]!.split(',').sort()).toEqual(named.split(',').sort());
  });

  test('is refused for both days of the month and of the week, of which cron means either', () => {
    expect(() => scheduleExpression('0 0 1 * 1')).toThrow(/days of the month and of the week/);
  });

  test.each([
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '* * * * 8',
    '30-10 * * * *',
    '*/0 * * * *',
    '5/10 * * * *',
    '* * * JAN *',
    '@daily',
    '1.5 * * * *',
    '1,, * * * *',
  ])('is refused for "%s"', cron => {
    expect(() => scheduleExpression(cron)).toThrow(RangeError);
  });
});
