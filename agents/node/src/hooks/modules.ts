import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
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

const { readFileSync } = fs; // as they were before they were watched
const { dirname, extname, join } = path;

interface LoadResult {
  readonly format: string | null | undefined;
  readonly source?: string | ArrayBuffer | Uint8Array | null | undefined;
}
type Load = (url: string, context: unknown, next: (url: string, context: unknown) => LoadResult) => LoadResult;

/**
 * Stands where Node loads ES modules: in this thread where it can (from 22.15), in the loader's thread before. That
 * thread costs time and memory, so it starts when there are modules: `expect` says that there may be.
 */
export function hookModules(hook: ModuleHook): { expect(): void } {
  const { registerHooks } = Module as unknown as { registerHooks?: (hooks: { load: Load }) => unknown };
  let isReady = registerHooks !== undefined;
  registerHooks?.({ load: loadWith(hook) });
  return {
    expect() {
      if (!isReady) hookFromThread(hook);
      isReady = true;
    },
  };
}

/** Whether a file is, or may be, an ES module. */
export function mayBeModule(file: string | undefined): boolean {
  if (file === undefined) return process.execArgv.some((it) => it.startsWith('--input-type'));
  if (extname(file).startsWith('.c')) return false;
  try {
    return (
      extname(file).startsWith('.m') ||
      typeOf(dirname(file)) === 'module' ||
      /^\s*(?:import|export)\b/m.test(readFileSync(file, 'utf8'))
    );
  } catch {
    return true; // named without its extension, or a folder
  }
}

/** The `type` of the nearest package.json. */
function typeOf(folder: string): unknown {
  for (let at = folder; ; at = dirname(at)) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
      return typeof manifest === 'object' && manifest !== null && 'type' in manifest ? manifest.type : undefined;
    } catch {
      if (dirname(at) === at) return undefined;
    }
  }
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
