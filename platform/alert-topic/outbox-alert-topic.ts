import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AlertTopic } from './alert-topic.ts';

/** Puts each notice into a folder as a JSON file, in place of a topic: one a notice, however often it is published. */
export function outboxAlertTopic(directory: string): AlertTopic {
  return {
    async publish({ id, body, ...notice }) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const content = { channel: 'alerts', id, ...notice, body: JSON.parse(body) as unknown };
      await writeFile(join(directory, `alert-${id}.json`), `${JSON.stringify(content, undefined, 2)}\n`, {
        mode: 0o600,
      });
    },
  };
}
