import Module from 'node:module';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import type { Columns } from '../rewrite/edits.ts';
import { fault } from '../taint/faults.ts';

/** A module that the loader's thread has rewritten. */
export interface Loaded {
  readonly file: string;
  readonly columns: Columns;
  readonly literals: readonly string[];
}

export interface ModuleHook {
  /** A module is about to be loaded; returns its text, or other text for it. */
  before(text: string, file: string): string;
  /** The same was done in the loader's thread. */
  loaded(it: Loaded): void;
}

interface LoadResult {
  readonly format: string | null | undefined;
  readonly source?: string | ArrayBuffer | Uint8Array | null | undefined;
}
type Load = (url: string, context: unknown, next: (url: string, context: unknown) => LoadResult) => LoadResult;

/** Stands where Node loads ES modules: in this thread where it can (from 22.15), in the loader's thread before. */
export function hookModules(hook: ModuleHook): void {
  const { registerHooks } = Module as unknown as { registerHooks?: (hooks: { load: Load }) => unknown };
  if (registerHooks) registerHooks({ load: loadWith(hook) });
  else hookFromThread(hook);
}

function loadWith(hook: ModuleHook): Load {
  return (url, context, next) => {
    const result = next(url, context);
    try {
      const text = moduleText(url, result);
      return text === undefined ? result : { ...result, source: hook.before(text, fileURLToPath(url)) };
    } catch (error) {
      fault(error);
      return result;
    }
  };
}

/** The text of an ES module in a file; undefined for all else. */
export function moduleText(url: string, { format, source }: LoadResult): string | undefined {
  if (format !== 'module' || source === undefined || source === null || !url.startsWith('file:')) return undefined;
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}

function hookFromThread(hook: ModuleHook): void {
  if (typeof Module.register !== 'function') return;
  const { port1, port2 } = new MessageChannel();
  port1.on('message', (it: Loaded) => hook.loaded(it)).unref();
  Module.register(new URL('./loader.js', import.meta.url), { data: { port: port2 }, transferList: [port2] });
}
