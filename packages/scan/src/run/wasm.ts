import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { grammarFile, grammars, type WasmGrammar } from '@plumbline/sast/parse';

/** The parser's WASM, read when it is asked for. */
export interface Wasm {
  readonly core: Uint8Array;
  readonly grammar: (name: string) => Uint8Array;
}

/**
 * The files of the parser, where npm has put them.
 *
 * Every worker reads and compiles them for itself: V8 compiles the same bytes once a process, and lazily (a grammar
 * takes 1 ms), so that posting compiled modules to workers gains nothing.
 */
export function installedWasm(): Wasm {
  const { resolve } = createRequire(import.meta.url);
  return {
    core: readFileSync(resolve('@plumbline/sast/wasm/core.wasm')),
    grammar(name) {
      if (!isGrammar(name)) throw new Error(`there is no grammar ${name}`);
      return readFileSync(resolve(`@plumbline/sast/${grammarFile(name)}`));
    },
  };
}

function isGrammar(name: string): name is WasmGrammar {
  return Object.hasOwn(grammars, name);
}
