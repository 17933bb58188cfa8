import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Messenger } from './messenger.ts';
import { messageText } from './templates.ts';

/**
 * Puts each message into a folder as a JSON file in place of sending it: for one machine, where the person at the keyboard
 * is every recipient. Names sort by time.
 */
export function outboxMessenger(directory: string, now: () => Date = () => new Date()): Messenger {
  return {
    async send({ to, channel, template, language, values }) {
      const at = now().toISOString();
      const text = messageText(template, values);
      const words =
        channel === 'email'
          ? { subject: text.subject[language], text: text.email[language] }
          : { text: text.sms[language] };
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const name = `${at.replaceAll(':', '-')}-${randomUUID()}.json`;
      const message = { at, channel, to, template, language, ...words, values };
      await writeFile(join(directory, name), `${JSON.stringify(message, undefined, 2)}\n`, { mode: 0o600 });
    },
  };
}
