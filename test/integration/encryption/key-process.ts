import { createDynamoClient } from '../../../platform/dynamodb/client.ts';
import { keysTable } from '../../../platform/dynamodb/tables.ts';
import { localEncryption } from '../../../platform/encryption/encryption.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';
import type { KeyAnswer, KeyRequest } from './key-processes.ts';

/** An encryption in a process of its own, told over its channel what to do and what time it is. Arguments: DynamoDB, key file. */
const [endpoint, keyFile] = process.argv.slice(2);
let now = 0;
const { cipher, keys } = localEncryption({
  keyFile: keyFile!,
  table: { client: createDynamoClient('local', endpoint), name: keysTable.name },
  now: () => new Date(now),
});
logTo(() => {});

async function done(request: KeyRequest): Promise<string> {
  now = request.at;
  if (request.action === 'seal') {
    return Buffer.from(await cipher.seal(request.place, request.value)).toString('base64');
  }
  if (request.action === 'open') {
    return Buffer.from(await cipher.open(request.place, Buffer.from(request.sealed, 'base64'))).toString();
  }
  await keys[request.action](request.userId);
  return '';
}

process.on('message', (request: KeyRequest) => {
  done(request).then(
    value => process.send!({ id: request.id, value } satisfies KeyAnswer),
    (error: Error & { code?: string; kind?: { code: string } }) =>
      process.send!({ id: request.id, refused: error.code ?? error.kind?.code ?? error.message } satisfies KeyAnswer),
  );
});
process.send!('ready');
