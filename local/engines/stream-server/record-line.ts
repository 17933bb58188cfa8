import { sequenceNumber } from './sequence-number.ts';

/**
 * A record as it lies in the file and goes to readers: the JSON of GetRecords, a comma and a line break. Lines that follow one
 * another are thus an answer's list already, and a line break ends a whole record: JSON has none within.
 */
const NUMBER = '{"SequenceNumber":"';
const ARRIVAL = '","ApproximateArrivalTimestamp":';

/** What ends a line, and does not belong to an answer. */
export const LINE_END = ',\n';
const LINE_BREAK = LINE_END.charCodeAt(1);

const NUMBER_AT = NUMBER.length;
const ARRIVAL_AT = NUMBER_AT + sequenceNumber({ streamCreatedAt: 1e12, shard: 0 }, 0).length + ARRIVAL.length;

/** Milliseconds since 1970, from 2001 to 2286, as seconds: ten digits, a point, three digits. */
const SECONDS = 10;

/** @param data in base64, as it came and as it will go */
export function recordLine(number: string, arrivedAt: number, data: string, partitionKey: string): string {
  const arrival = String(arrivedAt);
  const seconds = `${arrival.slice(0, SECONDS)}.${arrival.slice(SECONDS)}`;
  return `${NUMBER}${number}${ARRIVAL}${seconds},"Data":"${data}","PartitionKey":${JSON.stringify(partitionKey)}}${LINE_END}`;
}

/** Whether a record with that number begins there. */
export function hasNumber(lines: Buffer, start: number, number: string): boolean {
  return lines.toString('latin1', start, start + NUMBER_AT + number.length) === `${NUMBER}${number}`;
}

/** When the record that begins there arrived, in milliseconds. */
export function arrivalOf(lines: Buffer, start: number): number {
  const point = start + ARRIVAL_AT + SECONDS;
  return Number(lines.toString('latin1', start + ARRIVAL_AT, point) + lines.toString('latin1', point + 1, point + 4));
}

/** Where the line that begins there ends; 0 if it is not whole. */
export function lineEnd(lines: Buffer, start: number): number {
  return lines.indexOf(LINE_BREAK, start) + 1;
}

/** Where the last whole line ends, and where it begins if that is known; both 0 if there is none. */
export function lastLine(lines: Buffer): { readonly start: number; readonly end: number } {
  const end = lines.lastIndexOf(LINE_BREAK) + 1;
  // An offset below 0 would count from the end.
  return { start: end < 2 ? 0 : lines.lastIndexOf(LINE_BREAK, end - 2) + 1, end };
}
