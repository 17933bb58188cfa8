/** A field of a cron expression: what it may hold. */
interface Field {
  readonly name: string;
  /** Of `*`. */
  readonly first: number;
  readonly last: number;
  /** The highest that may be written. */
  readonly highest: number;
}

const FIELDS: readonly Field[] = [
  { name: 'minute', first: 0, last: 59, highest: 59 },
  { name: 'hour', first: 0, last: 23, highest: 23 },
  { name: 'day of the month', first: 1, last: 31, highest: 31 },
  { name: 'month', first: 1, last: 12, highest: 12 },
  // Sunday again.
  { name: 'day of the week', first: 0, last: 6, highest: 7 },
];

/** By crontab's number; EventBridge counts from 1, so that its 5 is a Thursday: names cannot be mistaken. */
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;

const ITEM = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/;

/**
 * What EventBridge Scheduler takes for five fields of cron (`10 1 * * 1-5` gives `cron(10 1 ? * MON,TUE,WED,THU,FRI *)`).
 * Every field that is not `*` is spelled out: steps and ranges mean different things to the two.
 *
 * @throws RangeError for what is no such expression, and for one that names both days of the month and of the week: cron
 * then runs on either, which EventBridge cannot say.
 */
export function scheduleExpression(cron: string): string {
  const texts = cron.split(' ');
  if (texts.length !== FIELDS.length) throw new RangeError(`"${cron}" has not five fields`);
  const [minute, hour, day, month, weekday] = FIELDS.map((field, at) => values(texts[at]!, field));
  if (day && weekday) throw new RangeError(`"${cron}" names days of the month and of the week`);
  const weekdays = weekday && [...new Set(weekday.map(number => WEEKDAYS[number % 7]!))];
  const list = (field: readonly (number | string)[] | undefined) => field?.join(',') ?? '*';
  // One of the two has to be `?`.
  const [ofMonth, ofWeek] = weekdays ? ['?', list(weekdays)] : [list(day), '?'];
  return `cron(${list(minute)} ${list(hour)} ${ofMonth} ${list(month)} ${ofWeek} *)`;
}

/** The values a field names, in order; undefined for all of them. */
function values(text: string, field: Field): readonly number[] | undefined {
  if (text === '*') return undefined;
  const named = new Set(text.split(',').flatMap(item => range(item, text, field)));
  return [...named].sort((a, b) => a - b);
}

function range(item: string, text: string, field: Field): readonly number[] {
  const [whole, low, high, step] = ITEM.exec(item) ?? [];
  const start = Number(low ?? field.first);
  const end = Number(high ?? low ?? field.last);
  const every = Number(step ?? 1);
  // To some crons `5/10` is every ten from 5 on, to others 5 alone.
  const unclear = low !== undefined && high === undefined && step !== undefined;
  if (whole === undefined || unclear || start < field.first || end > field.highest || start > end || every < 1) {
    throw new RangeError(`"${text}" is no ${field.name}`);
  }
  return Array.from({ length: Math.floor((end - start) / every) + 1 }, (_, at) => start + at * every);
}
