/** A message to those who are told of alerts of devices. Nothing personal. */
export interface AlertNotice {
  /** By which who receives it twice knows it. */
  readonly id: string;
  /** When it happened: ISO 8601, UTC, with milliseconds. */
  readonly at: string;
  /** `alert.raised`, and what else subscribers choose by. */
  readonly attributes: Readonly<Record<'type' | 'kind' | 'location', string>>;
  /** For e-mail: one line of ASCII, at most 100 characters. */
  readonly subject: string;
  /** For people: by e-mail. */
  readonly text: string;
  /** For people: 140 characters. */
  readonly shortText: string;
  /** For programs: JSON. */
  readonly body: string;
}

/** Where alerts are published to whoever subscribes. */
export interface AlertTopic {
  /** Gives the notice to the topic. @throws where it is not known to have been taken */
  publish(notice: AlertNotice): Promise<void>;
}
