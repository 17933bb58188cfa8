import type { Socket } from 'node:net';
import type { Admission, Presented } from './authorizer.ts';
import { MOST_TOPIC_BYTES, MOST_UNACKNOWLEDGED } from './limits.ts';
import { isBasicIngest, type Route } from './topic-rules.ts';
import { type Valve, valveOf } from './valve.ts';

/** Where a client's messages of a topic go. */
export type Destination = Route | 'subscribers' | 'no_such_rule' | 'publish_not_allowed';

/** Topics of a connection: a device has two. */
const MOST_REMEMBERED = 10;

export interface ConnectionOptions {
  readonly presented: Presented;
  readonly admission: Admission;
  readonly routeOf: (topic: string) => Route | undefined;
  readonly publishesPerSecond: number;
}

/** A client that was let in: what it may do, and how much of it. */
export class Connection {
  readonly presented: Presented;
  #admission: Admission;
  readonly #options: ConnectionOptions;
  readonly #valve: Valve;
  /** Of topics that it publishes to. */
  readonly #destinations = new Map<string, Destination>();
  #unacknowledged = 0;
  #second = 0;
  #published = 0;

  constructor(socket: Socket, options: ConnectionOptions) {
    this.presented = options.presented;
    this.#admission = options.admission;
    this.#options = options;
    this.#valve = valveOf(socket);
  }

  get admission(): Admission {
    return this.#admission;
  }

  /** The authorizer was asked again, or is to be. */
  set admission(admission: Admission) {
    this.#admission = admission;
    this.#destinations.clear();
  }

  destinationOf(topic: string): Destination {
    const known = this.#destinations.get(topic);
    if (known !== undefined) return known;
    const destination = this.#findDestination(topic);
    if (this.#destinations.size < MOST_REMEMBERED) this.#destinations.set(topic, destination);
    return destination;
  }

  #findDestination(topic: string): Destination {
    const allowed =
      Buffer.byteLength(topic) <= MOST_TOPIC_BYTES && this.#admission.policy.allows('iot:Publish', `topic/${topic}`);
    if (!allowed) return 'publish_not_allowed';
    return isBasicIngest(topic) ? (this.#options.routeOf(topic) ?? 'no_such_rule') : 'subscribers';
  }

  /** Counts a message, and says whether it is within the second's. */
  takesAnother(now: number): boolean {
    const second = Math.floor(now / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#published = 0;
    }
    return ++this.#published <= this.#options.publishesPerSecond;
  }

  /** A message is on its way into a stream. */
  taken(): void {
    this.#unacknowledged++;
  }

  /** The stream has a message. */
  accepted(): void {
    this.#unacknowledged--;
  }

  /** Has as many messages under way as a client may. */
  isFull(): boolean {
    return this.#unacknowledged >= MOST_UNACKNOWLEDGED;
  }

  /** Reads nothing more of it. */
  hold(): void {
    this.#valve.shut();
  }

  release(): void {
    this.#valve.open();
  }
}
