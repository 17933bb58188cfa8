import { invalidArgument, ServiceError } from './service-error.ts';

/** Where a reader is in a shard. */
export interface ShardIterator {
  readonly stream: string;
  /** Tells a stream from a former one of its name. */
  readonly streamCreatedAt: number;
  readonly shard: number;
  /** In the shard's log. */
  readonly position: number;
}

const LIFETIME_MS = 300_000;

/** The name last: it may be of any of the other characters. */
const TOKEN = /^(\d{13})\/(\d{13})\/(\d+)\/(\d+)\/([a-zA-Z0-9_.-]{1,128})$/;

/** As a token for the caller; it is good for five minutes. */
export function iteratorToken({ stream, streamCreatedAt, shard, position }: ShardIterator, now: number): string {
  return btoa(`${now}/${streamCreatedAt}/${shard}/${position}/${stream}`);
}

/** @throws ServiceError where the token is none of ours, or has expired */
export function readIterator(token: string, now: number): ShardIterator {
  const text = Buffer.from(token, 'base64').toString('latin1');
  const [, created, streamCreatedAt, shard, position, stream] = TOKEN.exec(text) ?? [];
  if (stream === undefined || btoa(text) !== token) throw invalidArgument('Invalid ShardIterator.');
  if (now - Number(created) > LIFETIME_MS) throw expired(Number(created), now);
  return { stream, streamCreatedAt: Number(streamCreatedAt), shard: Number(shard), position: Number(position) };
}

function expired(created: number, now: number): ServiceError {
  return new ServiceError(
    'ExpiredIteratorException',
    `Iterator expired. The iterator was created at time ${serviceTime(created)} while right now it is ` +
      `${serviceTime(now)} which is further in the future than the tolerated delay of ${LIFETIME_MS} milliseconds.`,
  );
}

/** `Thu Jan 22 01:22:02 UTC 2015`. */
function serviceTime(time: number): string {
  const [, weekday, day, month, year, clock] = /^(.+), (.+) (.+) (.+) (.+) GMT$/.exec(new Date(time).toUTCString())!;
  return `${weekday} ${month} ${day} ${clock} UTC ${year}`;
}
