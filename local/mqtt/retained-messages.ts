import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { engineFailure } from '../engines/engine-failure.ts';

const line = z.object({ topic: z.string(), payload: z.base64(), qos: z.union([z.literal(0), z.literal(1)]) });

/** The message that a topic keeps for those who subscribe later. */
export interface RetainedMessage {
  readonly topic: string;
  readonly payload: Buffer;
  readonly qos: 0 | 1;
}

const NOTHING = Buffer.alloc(0);

/**
 * Retained messages in a file of lines: the last one of a topic is its message, and an empty one takes it away. A line is
 * written before the message is acknowledged; one that a killed process left half is none.
 */
export class RetainedMessages {
  readonly #file: string;
  readonly #messages = new Map<string, RetainedMessage>();

  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    for (const message of read(file)) this.#keep(message);
    // Anew without what has been replaced, and whole before it takes the place of the former.
    writeFileSync(`${file}.new`, [...this.#messages.values()].map(lineOf).join(''), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  all(): readonly RetainedMessage[] {
    return [...this.#messages.values()];
  }

  put(message: RetainedMessage): void {
    const { payload, qos } = this.#messages.get(message.topic) ?? { payload: NOTHING, qos: message.qos };
    if (payload.equals(message.payload) && qos === message.qos) return;
    appendFileSync(this.#file, lineOf(message));
    this.#keep(message);
  }

  #keep(message: RetainedMessage): void {
    if (message.payload.length === 0) this.#messages.delete(message.topic);
    else this.#messages.set(message.topic, message);
  }
}

function read(file: string): readonly RetainedMessage[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return text
    .split('\n')
    .slice(0, -1)
    .map((each, at) => messageOf(each, `${file}, line ${at + 1}`));
}

function messageOf(text: string, place: string): RetainedMessage {
  try {
    const { topic, payload, qos } = line.parse(JSON.parse(text));
    return { topic, payload: Buffer.from(payload, 'base64'), qos };
  } catch {
    // The cause would quote it.
    throw engineFailure('MQTT', place, new Error('it is no message'));
  }
}

function lineOf({ topic, payload, qos }: RetainedMessage): string {
  return `${JSON.stringify({ topic, payload: payload.toString('base64'), qos })}\n`;
}
