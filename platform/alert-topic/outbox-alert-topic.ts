import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AlertTopic } from './alert-topic.ts';

/**
 * Puts each notice into a folder as a JSON file, in place of a topic: one a notice, however often it is published. Names sort by
 * time among those of `outboxMessenger`, whose folder it is.
 */
export function outboxAlertTopic(directory: string): AlertTopic {
  return {
    async publish({ id, at, body, ...notice }) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const content = { at, channel: 'alerts', id, ...notice, body: JSON.parse(body) as unknown };
      const name = `${at.replaceAll(':', '-')}-${id}.json`;
      await writeFile(join(directory, name), `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 });
    },
  };
}
