import { parentPort, workerData } from 'node:worker_threads';
import type { WalkedFile } from '../walk/walk.ts';
import { startEngine, type EngineParts, type Looked } from './engine.ts';

/** What the pool asks for, and what the worker answers with. */
export interface Order {
  readonly index: number;
  readonly file: WalkedFile;
}
/** `ready` is the first: the worker has started well. */
export type Answer =
  | { readonly is: 'ready' }
  | { readonly is: 'looked'; readonly index: number; readonly looked: Looked };

if (parentPort) {
  const port = parentPort;
  // The door: `pool.ts` starts this file with these values.
  const engine = startEngine(workerData as EngineParts);
  port.on('message', ({ index, file }: Order) => {
    port.postMessage({ is: 'looked', index, looked: engine.look(file) } satisfies Answer);
  });
  port.postMessage({ is: 'ready' } satisfies Answer);
}
