import type { Language } from '../http/language.ts';
import type { TemplateName, TemplateValues } from './templates.ts';

type Channel = 'email' | 'sms';

/** One message to one person. */
export type Message = {
  readonly [Name in TemplateName]: {
    /** An e-mail address, or a phone in E.164 (`+821012345678`). */
    readonly to: string;
    readonly channel: Channel;
    readonly template: Name;
    readonly language: Language;
    readonly values: TemplateValues<Name>;
  };
}[TemplateName];

/** Sends messages to people. Nothing of a message is ever logged. */
export interface Messenger {
  /** Hands the message over for delivery. @throws DomainError `message_not_sent` */
  send(message: Message): Promise<void>;
}
