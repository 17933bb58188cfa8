import type { KinesisStreamEvent } from 'aws-lambda';
import { domains } from '../../functions/manifest.ts';
import { startPollers } from '../../local/streams/pollers.ts';
import { recordReader } from '../../platform/events/read-published.ts';
import { logTo } from '../../platform/observability/log-sink.ts';
import { sharedKinesisClient } from '../../platform/streams/client.ts';
import type { StreamHandler } from '../../platform/streams/stream-function.ts';
import { consumers } from './consumer-state.ts';

/**
 * A process with every consumer, each of which is given every batch twice: one after the other, or both at once. `strict`
 * ones set nothing aside: a record that cannot be read fails its batch.
 */

const [environment = '{}', directory = '', kind = 'ours'] = process.argv.slice(2);
Object.assign(process.env, JSON.parse(environment));
logTo(() => {});

const declarations = domains.flatMap(({ streams = [] }) => streams);
const handlers = new Map<string, StreamHandler>();
for (const { name, entry } of declarations) {
  const { handler } = (await import(new URL(`../../${entry}`, import.meta.url).href)) as { handler: StreamHandler };
  handlers.set(name, handler);
}
const readers = new Map(consumers.map(({ consumer: { name, types } }) => [name, recordReader(types)]));

await startPollers({
  declarations,
  client: sharedKinesisClient(),
  directory,
  async invoke({ name }, event, context) {
    if (kind === 'strict') refuseUnreadable(name, event);
    const handler = handlers.get(name)!;
    const again = Math.random() < 0.5 ? handler(event, context) : undefined;
    const first = await handler(event, context);
    const second = await (again ?? handler(event, context));
    // What either could not do comes again.
    return first.batchItemFailures.length > 0 ? first : second;
  },
});
process.on('disconnect', () => process.exit());
process.send!('ready');

function refuseUnreadable(name: string, { Records: records }: KinesisStreamEvent): void {
  const read = readers.get(name)!;
  for (const { kinesis } of records) {
    const { data, ...identity } = kinesis;
    const poison = read({ ...identity, bytes: Buffer.from(data, 'base64') }).find(each => each.poison !== undefined);
    if (poison !== undefined) throw poison.poison;
  }
}
