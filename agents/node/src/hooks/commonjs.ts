import Module from 'node:module';
import type { Format } from '../rewrite/parse.ts';
import { fault } from '../taint/faults.ts';

type Compile = (this: { exports: unknown }, content: string, file: string, ...more: unknown[]) => unknown;

export interface CompileHook {
  /** A file is about to be compiled; returns its text, or other text for it. */
  before(text: string, file: string, formats: readonly Format[]): string;
  /** It has run; returns its exports, or others for them. */
  after(file: string, exported: unknown): unknown;
}

/** Stands where Node compiles CommonJS modules, whichever way they were asked for. */
export function hookCommonJs(hook: CompileHook): void {
  const prototype = Module.prototype as unknown as { _compile: Compile };
  const compile = prototype._compile;
  prototype._compile = function _compile(content, file, ...more) {
    const text = quietly(() => hook.before(content, file, formatsOf(more[0])), content);
    const result = Reflect.apply(compile, this, [text, file, ...more]);
    const before = this.exports;
    const exported = quietly(() => hook.after(file, before), before);
    if (exported !== before) this.exports = exported;
    return result;
  };
}

/** Newer Nodes say what a file is; where they do not, it may still turn out to be a module. */
function formatsOf(format: unknown): readonly Format[] {
  if (format === 'module') return ['module'];
  return format === 'commonjs' ? ['commonjs'] : ['commonjs', 'module'];
}

function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    fault(error);
    return otherwise;
  }
}
