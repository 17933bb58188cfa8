import type { FieldPlace } from '../../../platform/encryption/field-cipher.ts';
import { startChild } from '../child.ts';

/** What a process is asked for, and what time it is there. */
export type KeyRequest = { readonly id: number; readonly at: number } & Action;

type Action =
  | { readonly action: 'create' | 'rotate' | 'destroy'; readonly userId: string }
  | { readonly action: 'seal'; readonly place: FieldPlace; readonly value: string }
  | { readonly action: 'open'; readonly place: FieldPlace; readonly sealed: string };

export type KeyAnswer = { readonly id: number } & ({ readonly value: string } | { readonly refused: string });

/** An encryption in another process. */
export interface KeyProcess {
  /** What came of it: a text (sealed values in base64), or `refused: CODE`. */
  ask(at: number, action: Action): Promise<string>;
  kill(): Promise<void>;
}

export async function startKeyProcess(endpoint: string, keyFile: string): Promise<KeyProcess> {
  const child = await startChild(new URL('./key-process.ts', import.meta.url), endpoint, keyFile);
  const waiting = new Map<number, (answer: string) => void>();
  let requests = 0;
  child.process.on('message', (answer: KeyAnswer) => {
    waiting.get(answer.id)!('value' in answer ? answer.value : `refused: ${answer.refused}`);
    waiting.delete(answer.id);
  });
  return {
    ask: (at, action) =>
      new Promise(resolve => {
        waiting.set(++requests, resolve);
        child.process.send({ id: requests, at, ...action } satisfies KeyRequest);
      }),
    kill: child.kill,
  };
}
