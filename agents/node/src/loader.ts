import { fileURLToPath } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { moduleText, type Loaded } from './hooks/modules.ts';
import { transform } from './hooks/transform.ts';

// Runs in the loader's thread of Node 18 and 20, which knows the main thread by this port alone.
let port: MessagePort | undefined;

export function initialize(data: { readonly port: MessagePort }): void {
  ({ port } = data);
}

type Result = Parameters<typeof moduleText>[1];

export async function load(
  url: string,
  context: unknown,
  next: (url: string, context: unknown) => Promise<Result>,
): Promise<Result> {
  const result = await next(url, context);
  try {
    const text = moduleText(url, result);
    if (text === undefined) return result;
    const file = fileURLToPath(url);
    const rewritten = transform(text, file, ['module']);
    const told: Loaded = { file, columns: rewritten?.columns ?? [], literals: rewritten?.literals ?? [] };
    port?.postMessage(told);
    return rewritten?.code === undefined ? result : { ...result, source: rewritten.code };
  } catch {
    return result; // the application loads what it would have loaded without us
  }
}
